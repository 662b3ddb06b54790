SELECT child.uid, child.contact,
       child.place + CASE WHEN part.id = ?1 THEN 0 ELSE 1000000 END AS read_place,
       child.word
FROM (
    SELECT ?1 AS id
    UNION ALL
    SELECT merged_rowid FROM derived_alias WHERE kept_rowid = ?1
) AS member
CROSS JOIN contact AS part ON part.id = member.id
CROSS JOIN tag AS child ON child.contact = part.uid
WHERE child.removed = 1
ORDER BY read_place, child.uid;
