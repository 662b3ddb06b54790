AND line.contact_rowid IN (
    SELECT whole_contact.contact_rowid
    FROM tag JOIN whole_contact ON whole_contact.part = tag.contact
    WHERE tag.word = ? AND tag.removed = 0
)
