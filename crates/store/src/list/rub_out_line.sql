DELETE FROM derived_line WHERE contact_rowid = (SELECT id FROM contact WHERE uid = ?1);
