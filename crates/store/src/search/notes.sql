SELECT note.uid
FROM derived_search_note
CROSS JOIN note ON note.id = derived_search_note.rowid
CROSS JOIN whole_contact ON whole_contact.part = note.contact
CROSS JOIN contact ON contact.id = whole_contact.contact_rowid
WHERE derived_search_note MATCH ?1 AND note.removed = 0 AND contact.removed = 0
ORDER BY note.seen_at DESC, note.id DESC
LIMIT ?2;
