SELECT DISTINCT word FROM derived_word WHERE word >= ?1 AND word < ?1 || char(1114111);
