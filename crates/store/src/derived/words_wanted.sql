SELECT words.interaction, words.subject, words.text
FROM temp.touched_interaction AS touched
CROSS JOIN interaction ON interaction.id = touched.id
CROSS JOIN interaction_text AS words ON words.interaction = interaction.id
WHERE interaction.removed = 0
ORDER BY words.interaction;
