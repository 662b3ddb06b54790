SELECT 1 FROM interaction
WHERE native_id = ?2 AND native_id <> '' AND source = ?1 AND removed = 0
LIMIT 1;
