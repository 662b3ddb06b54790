ORDER BY coalesce(last.last_direction = 'in', 0) DESC, last.last_at DESC NULLS LAST,
         line.folded, line.contact_rowid
LIMIT ? OFFSET ?
