INSERT INTO import (uid, begun_at, begun_offset) VALUES (?1, ?2, ?3)
ON CONFLICT (uid) DO UPDATE SET finished = 0
RETURNING id;
