SELECT note.uid, note.removed
FROM (
    SELECT ?1 AS id
    UNION ALL
    SELECT merged_rowid FROM derived_alias WHERE kept_rowid = ?1
) AS member
CROSS JOIN contact AS part ON part.id = member.id
CROSS JOIN note ON note.contact = part.uid
WHERE note.kind = ?2 AND note.text = ?3;
