SELECT uid FROM alias WHERE merged = ?1 AND removed = 0;
