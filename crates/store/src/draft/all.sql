SELECT * FROM draft WHERE removed = 0 ORDER BY changed_at DESC, uid DESC;
