SELECT interaction.id, interaction.uid
FROM correction
CROSS JOIN interaction ON interaction.uid = correction.interaction
WHERE correction.uid = ?1;
