INSERT INTO derived_segment (id, newest_at) VALUES (?1, ?2)
ON CONFLICT (id) DO UPDATE SET newest_at = max(newest_at, excluded.newest_at);
