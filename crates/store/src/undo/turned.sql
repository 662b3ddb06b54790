-- The batch is undone; what it undid is not any more.
UPDATE batch SET undone = (id = ?1)
WHERE id = ?1 OR id = (SELECT undoes FROM batch WHERE id = ?1);
