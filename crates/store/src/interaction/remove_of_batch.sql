UPDATE interaction SET removed = batch WHERE batch = ?1 AND removed = 0;
