SELECT contact.uid
FROM temp.counted AS counted
CROSS JOIN contact ON contact.id = counted.contact;
