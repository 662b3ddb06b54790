INSERT INTO op (batch, clock, kind, uid, field, old, new, cause)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8);
