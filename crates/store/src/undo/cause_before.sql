-- The op that made the row wrote all its fields.
SELECT cause FROM op
WHERE uid = ?1 AND (field = ?2 OR made IS NOT NULL) AND id < ?3
ORDER BY id DESC
LIMIT 1;
