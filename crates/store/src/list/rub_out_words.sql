DELETE FROM derived_word WHERE contact_rowid = (SELECT id FROM contact WHERE uid = ?1);
