SELECT id, kind, uid, field, old, new FROM op WHERE batch = ?1 ORDER BY id;
