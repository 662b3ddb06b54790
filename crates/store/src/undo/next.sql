SELECT * FROM batch
WHERE undoable = 1 AND undone = 0
ORDER BY id DESC
LIMIT 1;
