AND line.contact_rowid IN (SELECT contact_rowid FROM derived_word WHERE word >= ? AND word < ?)
