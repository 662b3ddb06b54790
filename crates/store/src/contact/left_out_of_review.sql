SELECT contact.uid
FROM contact JOIN derived_line ON derived_line.contact_rowid = contact.id
WHERE contact.left_out_of_review = 1
ORDER BY derived_line.folded, contact.id;
