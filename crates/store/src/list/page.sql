SELECT page.contact_rowid, contact.uid, page.shown, page.organisation, page.title,
       circle.uid AS circle, contact.photo IS NOT NULL AS photo,
       passed.last_at, passed.last_offset, passed.last_direction,
       coalesce(passed.interactions, 0) AS interactions
FROM (
    SELECT line.*
    FROM derived_line AS line
    LEFT JOIN derived_contact AS last ON last.contact = line.contact_rowid
    -- conditions
) AS page
CROSS JOIN contact ON contact.id = page.contact_rowid
LEFT JOIN derived_contact AS passed ON passed.contact = contact.id
LEFT JOIN circle ON circle.uid = contact.circle AND circle.removed = 0;
