INSERT INTO derived_search (rowid, subject, text) VALUES (?1, ?2, ?3);
