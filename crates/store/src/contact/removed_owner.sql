SELECT contact.uid
FROM identity JOIN contact ON contact.uid = identity.contact
WHERE identity.value = ?2 AND identity.kind = ?1 AND identity.removed = 0
  AND contact.removed = 1
ORDER BY contact.id
LIMIT 1;
