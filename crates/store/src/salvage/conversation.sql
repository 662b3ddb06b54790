SELECT uid, source, key, title FROM conversation NOT INDEXED WHERE id = ?1;
