SELECT contact.uid, counter.last_at, counter.last_offset, circle.cadence_days
FROM contact
CROSS JOIN circle ON circle.uid = contact.circle
LEFT JOIN derived_alias AS alias ON alias.merged_rowid = contact.id
LEFT JOIN derived_contact AS counter ON counter.contact = contact.id
WHERE contact.circle IS NOT NULL AND contact.removed = 0 AND alias.merged_rowid IS NULL
  AND contact.automated = 0 AND contact.do_not_contact = 0
  AND circle.removed = 0 AND circle.cadence_days > 0
  AND (counter.last_at IS NULL OR counter.last_at < ?1 - circle.cadence_days * 86400000)
ORDER BY counter.last_at IS NOT NULL, counter.last_at + circle.cadence_days * 86400000,
         contact.id;
