-- Everybody below ?1 is read as ?1.
WITH RECURSIVE down (uid) AS (
    SELECT ?1
    UNION
    SELECT alias.merged FROM down JOIN alias ON alias.kept = down.uid AND alias.removed = 0
)
INSERT INTO derived_alias (merged_rowid, kept_rowid)
SELECT contact.id, (SELECT head.id FROM contact AS head WHERE head.uid = ?1)
FROM down JOIN contact ON contact.uid = down.uid
WHERE down.uid <> ?1
ON CONFLICT (merged_rowid) DO UPDATE SET kept_rowid = excluded.kept_rowid
WHERE kept_rowid <> excluded.kept_rowid;
