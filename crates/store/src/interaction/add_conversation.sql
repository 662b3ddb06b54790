INSERT INTO conversation (uid, source, key, title) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (uid) DO UPDATE SET title = excluded.title
WHERE excluded.title <> '' AND title <> excluded.title
RETURNING id;
