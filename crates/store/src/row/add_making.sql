INSERT INTO op (batch, clock, kind, uid, field, old, new, cause, made)
VALUES (?1, ?2, ?3, ?4, 'removed', NULL, 0, ?5, ?6);
