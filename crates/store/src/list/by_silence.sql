ORDER BY (SELECT last_at FROM derived_contact WHERE contact = line.contact_rowid) ASC NULLS LAST,
         line.folded, line.contact_rowid
LIMIT ? OFFSET ?
