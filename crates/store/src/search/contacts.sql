SELECT contact.uid
FROM (
    SELECT DISTINCT contact_rowid FROM derived_word
    WHERE word >= :longest AND word < :longest || char(1114111)
) AS found
CROSS JOIN contact ON contact.id = found.contact_rowid
LEFT JOIN derived_contact AS counter ON counter.contact = found.contact_rowid
WHERE contact.removed = 0
  AND NOT EXISTS (
      SELECT 1 FROM json_each(:wanted) AS wanted
      WHERE NOT EXISTS (
          SELECT 1 FROM derived_word
          WHERE derived_word.contact_rowid = found.contact_rowid
            AND word >= wanted.value AND word < wanted.value || char(1114111)
      )
  )
  AND NOT EXISTS (
      SELECT 1 FROM json_each(:kept_out) AS kept_out
      JOIN derived_word ON derived_word.word = kept_out.value
      WHERE derived_word.contact_rowid = found.contact_rowid
  )
ORDER BY counter.last_at DESC NULLS LAST, contact.id DESC
LIMIT :limit;
