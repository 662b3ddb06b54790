SELECT one_read.uid, other_read.uid
FROM apart
JOIN whole_contact AS one ON one.part = apart.one
JOIN whole_contact AS other ON other.part = apart.other
JOIN contact AS one_read ON one_read.id = one.contact_rowid
JOIN contact AS other_read ON other_read.id = other.contact_rowid
WHERE apart.removed = 0;
