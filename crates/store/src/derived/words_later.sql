INSERT OR IGNORE INTO derived_unindexed (interaction)
SELECT interaction.id
FROM temp.touched_interaction AS touched
CROSS JOIN interaction ON interaction.id = touched.id
WHERE interaction.removed = 0;
