SELECT rule FROM dismissal WHERE draft = ?1 AND removed = 0 ORDER BY rule;
