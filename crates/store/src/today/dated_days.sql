SELECT DISTINCT contact.uid, dated_day.label, dated_day.on_day
FROM dated_day
CROSS JOIN whole_contact ON whole_contact.part = dated_day.contact
CROSS JOIN contact ON contact.id = whole_contact.contact_rowid
WHERE dated_day.removed = 0 AND contact.removed = 0 AND contact.automated = 0;
