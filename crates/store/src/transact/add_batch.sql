INSERT INTO batch (uid, device, clock, deed, at, at_offset, import, undoes, undoable)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9);
