SELECT (SELECT count(*) FROM derived_line WHERE automated = 0),
       (SELECT count(*) FROM derived_line WHERE automated = 1),
       (SELECT count(*) FROM interaction WHERE removed = 0 AND direction = 'in'),
       (SELECT count(*) FROM interaction WHERE removed = 0 AND direction = 'out'),
       (SELECT count(*) FROM interaction WHERE removed = 0 AND direction = 'between'),
       (SELECT count(DISTINCT conversation) FROM interaction
        WHERE conversation IS NOT NULL AND removed = 0),
       (SELECT count(*) FROM note WHERE removed = 0);
