INSERT INTO derived_search_note (rowid, text) VALUES (?1, ?2);
