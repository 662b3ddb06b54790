SELECT note.*, head.uid AS head
FROM note
JOIN whole_contact ON whole_contact.part = note.contact
JOIN contact AS head ON head.id = whole_contact.contact_rowid
WHERE note.uid = ?1 AND note.removed = 0 AND head.removed = 0;
