SELECT * FROM batch WHERE uid = ?1 AND undone = 0;
