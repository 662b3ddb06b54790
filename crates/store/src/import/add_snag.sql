INSERT INTO snag (import, file, line, why) VALUES (?1, ?2, ?3, ?4);
