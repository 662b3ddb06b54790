SELECT cause FROM op
WHERE uid = ?1 AND field = ?2 AND id < ?3
ORDER BY id DESC
LIMIT 1;
