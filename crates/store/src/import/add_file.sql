INSERT OR REPLACE INTO import_file (import, place, path) VALUES (?1, ?2, ?3);
