UPDATE interaction SET removed = 0 WHERE batch = ?1 AND removed = batch;
