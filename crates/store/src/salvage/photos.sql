SELECT rowid, bytes FROM photo NOT INDEXED WHERE rowid >= ?1 ORDER BY rowid LIMIT 1;
