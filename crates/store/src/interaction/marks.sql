SELECT star, hidden FROM mark WHERE uid = ?1 AND removed = 0;
