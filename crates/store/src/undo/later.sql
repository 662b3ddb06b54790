-- Every field that was written after the batch, with what it held right after it.
SELECT field, old, min(id) FROM op
WHERE uid = ?1 AND batch > ?2
GROUP BY field;
