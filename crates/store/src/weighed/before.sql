-- What passed with a contact before a moment, the newest first.
SELECT interaction.uid, interaction.kind, interaction.direction, interaction.at,
       interaction.offset_minutes
FROM derived_passed AS passed
CROSS JOIN interaction ON interaction.id = passed.interaction
WHERE passed.contact = ?1 AND passed.at < ?2 AND passed.own = 1 AND interaction.automated = 0
ORDER BY passed.at DESC, passed.interaction DESC;
