SELECT contact.uid, participant.role
FROM participant
LEFT JOIN derived_alias AS alias ON alias.merged_rowid = participant.contact
JOIN contact ON contact.id = coalesce(alias.kept_rowid, participant.contact)
WHERE participant.interaction = ?1
ORDER BY participant.place;
