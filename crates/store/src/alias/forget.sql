-- Everybody below ?1, and ?1.
WITH RECURSIVE down (uid) AS (
    SELECT ?1
    UNION
    SELECT alias.merged FROM down JOIN alias ON alias.kept = down.uid AND alias.removed = 0
)
DELETE FROM derived_alias
WHERE merged_rowid IN (SELECT contact.id FROM down JOIN contact ON contact.uid = down.uid);
