SELECT card.source, card.native_id, card.raw
FROM (
    SELECT ?1 AS id
    UNION ALL
    SELECT merged_rowid FROM derived_alias WHERE kept_rowid = ?1
) AS member
CROSS JOIN contact AS part ON part.id = member.id
CROSS JOIN card ON card.contact = part.uid
WHERE card.removed = 0
ORDER BY card.source, card.native_id, card.uid;
