SELECT contact.uid
FROM interaction
JOIN participant ON participant.interaction = interaction.id
JOIN contact ON contact.id = participant.contact
WHERE interaction.uid = ?1
ORDER BY participant.place
LIMIT 3;
