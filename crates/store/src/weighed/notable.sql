SELECT contact.uid, weighed.bytes
FROM derived_weighed AS weighed
CROSS JOIN contact ON contact.id = weighed.contact
WHERE weighed.notable = 1
ORDER BY weighed.contact;
