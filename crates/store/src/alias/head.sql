-- Up the aliases from ?1 to where they end.
WITH RECURSIVE up (uid, step) AS (
    SELECT ?1, 0
    UNION
    SELECT alias.kept, up.step + 1
    FROM up JOIN alias ON alias.merged = up.uid AND alias.removed = 0
    WHERE up.step < 1000
)
SELECT uid FROM up ORDER BY step DESC LIMIT 1;
