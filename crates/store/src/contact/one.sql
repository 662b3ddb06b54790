SELECT contact.*, circle.uid AS standing_circle
FROM contact
LEFT JOIN circle ON circle.uid = contact.circle AND circle.removed = 0
WHERE contact.id = ?1 AND contact.removed = 0;
