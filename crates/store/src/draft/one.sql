SELECT * FROM draft WHERE uid = ?1 AND removed = 0;
