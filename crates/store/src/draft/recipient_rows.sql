SELECT uid FROM recipient WHERE draft = ?1 AND removed = 0;
