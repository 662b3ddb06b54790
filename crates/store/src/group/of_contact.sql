SELECT DISTINCT grouping.uid, grouping.name, grouping.place
FROM (
    SELECT ?1 AS id
    UNION ALL
    SELECT merged_rowid FROM derived_alias WHERE kept_rowid = ?1
) AS member
CROSS JOIN contact AS part ON part.id = member.id
CROSS JOIN group_member ON group_member.contact = part.uid
CROSS JOIN grouping ON grouping.uid = group_member.grouping
WHERE group_member.removed = 0 AND grouping.removed = 0
ORDER BY grouping.name, grouping.uid;
