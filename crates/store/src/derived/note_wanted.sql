SELECT note.id, note.text
FROM temp.touched_note AS touched
CROSS JOIN note ON note.id = touched.id
WHERE note.removed = 0
ORDER BY note.id;
