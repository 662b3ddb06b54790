SELECT contact.uid, contact.shown, derived_line.organisation, contact.automated
FROM derived_line JOIN contact ON contact.id = derived_line.contact_rowid
ORDER BY contact.id;
