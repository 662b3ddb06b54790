SELECT head.uid
FROM recipient
JOIN whole_contact ON whole_contact.part = recipient.contact
JOIN contact AS head ON head.id = whole_contact.contact_rowid
WHERE recipient.draft = ?1 AND recipient.removed = 0 AND head.removed = 0
ORDER BY recipient.place, recipient.uid;
