SELECT value FROM setting WHERE uid = ?1 AND removed = 0;
