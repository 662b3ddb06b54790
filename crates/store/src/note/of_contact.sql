SELECT note.*, head.uid AS head
FROM (
    SELECT ?1 AS id
    UNION ALL
    SELECT merged_rowid FROM derived_alias WHERE kept_rowid = ?1
) AS member
CROSS JOIN contact AS part ON part.id = member.id
CROSS JOIN note ON note.contact = part.uid
CROSS JOIN contact AS head ON head.id = ?1
WHERE note.removed = 0 AND head.removed = 0
ORDER BY note.seen_at DESC, note.uid DESC;
