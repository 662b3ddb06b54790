INSERT INTO derived_word (word, contact_rowid) VALUES (?1, ?2);
