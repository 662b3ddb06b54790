AND line.contact_rowid IN (
    SELECT contact.id
    FROM contact JOIN circle ON circle.uid = contact.circle AND circle.removed = 0
    WHERE contact.circle = ?
)
