SELECT DISTINCT head.uid
FROM group_member
JOIN whole_contact ON whole_contact.part = group_member.contact
JOIN contact AS head ON head.id = whole_contact.contact_rowid
JOIN grouping ON grouping.uid = group_member.grouping
WHERE group_member.grouping = ?1 AND group_member.removed = 0
  AND grouping.removed = 0 AND head.removed = 0
ORDER BY head.id;
