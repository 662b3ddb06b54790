-- Whether there is anybody, and whether anything passed: told without counting.
SELECT EXISTS (SELECT 1 FROM derived_line WHERE automated = 0),
       EXISTS (SELECT 1 FROM interaction WHERE removed = 0);
