SELECT contact.uid
FROM (
    SELECT contact FROM derived_stale_contact
    UNION
    SELECT contact FROM derived_weighed WHERE stamp < ?1
    UNION
    SELECT contact FROM derived_weighed WHERE stamp > ?1
) AS stale
CROSS JOIN contact ON contact.id = stale.contact
LIMIT ?2;
