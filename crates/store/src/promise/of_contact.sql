SELECT promise.*, head.uid AS head
FROM (
    SELECT ?1 AS id
    UNION ALL
    SELECT merged_rowid FROM derived_alias WHERE kept_rowid = ?1
) AS member
CROSS JOIN contact AS part ON part.id = member.id
CROSS JOIN promise ON promise.contact = part.uid
CROSS JOIN contact AS head ON head.id = ?1
WHERE promise.removed = 0 AND head.removed = 0
ORDER BY promise.done, promise.due_on NULLS LAST, promise.uid;
