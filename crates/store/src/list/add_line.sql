INSERT INTO derived_line (contact_rowid, folded, shown, organisation, title, automated)
VALUES (?1, ?2, ?3, ?4, ?5, ?6);
