ORDER BY line.folded, line.contact_rowid LIMIT ? OFFSET ?
