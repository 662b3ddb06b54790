SELECT participant.place, contact.uid, participant.role
FROM participant JOIN contact ON contact.id = participant.contact
WHERE participant.interaction = ?1
ORDER BY participant.place;
