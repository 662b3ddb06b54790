SELECT id, newest_at FROM derived_segment ORDER BY newest_at DESC, id DESC;
