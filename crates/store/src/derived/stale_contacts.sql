-- Contacts with whom something passed or passed no more, who are read as somebody else now,
-- are reviewed no more, or again; and those with whom something passed that was judged anew.
INSERT OR IGNORE INTO derived_stale_contact (contact)
SELECT whole_contact.contact_rowid
FROM (
    SELECT contact FROM temp.counted
    UNION ALL
    SELECT id FROM temp.touched_flags
    UNION ALL
    SELECT participant.contact FROM temp.touched_acts AS touched
    CROSS JOIN participant ON participant.interaction = touched.id
    WHERE touched.id NOT IN (SELECT id FROM temp.touched_interaction)
) AS touched
CROSS JOIN whole_contact ON whole_contact.part_rowid = touched.contact;
