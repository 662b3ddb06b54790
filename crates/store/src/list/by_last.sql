ORDER BY last.last_at DESC NULLS LAST, line.folded, line.contact_rowid LIMIT ? OFFSET ?
