-- Whether a segment holds another number of rows than there are indexed interactions with words.
SELECT (SELECT count(*) FROM derived_search_{segment}_docsize) <> (
    SELECT count(*)
    FROM interaction AS i
    JOIN interaction_text AS t ON t.interaction = i.id
    WHERE i.id >= ?1 AND i.id < ?2
        AND i.removed = 0
        AND NOT EXISTS (SELECT 1 FROM derived_unindexed AS u WHERE u.interaction = i.id)
)
