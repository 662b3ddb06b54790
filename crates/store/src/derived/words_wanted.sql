SELECT interaction.id, interaction.at
FROM temp.touched_interaction AS touched
CROSS JOIN interaction ON interaction.id = touched.id
WHERE interaction.removed = 0
ORDER BY interaction.id;
