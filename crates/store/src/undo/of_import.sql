SELECT * FROM batch
WHERE import = ?1 AND undone = 0 AND undoes IS NULL
ORDER BY id DESC
LIMIT 1;
