SELECT id FROM interaction WHERE uid = ?1 AND removed = 0;
