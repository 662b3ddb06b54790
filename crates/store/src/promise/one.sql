SELECT promise.*, head.uid AS head
FROM promise
LEFT JOIN whole_contact ON whole_contact.part = promise.contact
LEFT JOIN contact AS head ON head.id = whole_contact.contact_rowid
WHERE promise.uid = ?1 AND promise.removed = 0
  AND (promise.contact IS NULL OR head.removed = 0);
