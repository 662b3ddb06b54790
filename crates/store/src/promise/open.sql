SELECT promise.*, head.uid AS head
FROM promise
LEFT JOIN whole_contact ON whole_contact.part = promise.contact
LEFT JOIN contact AS head ON head.id = whole_contact.contact_rowid
WHERE promise.removed = 0 AND promise.done = 0
  AND (promise.contact IS NULL OR head.removed = 0)
ORDER BY promise.due_on NULLS LAST, promise.uid;
