SELECT interaction.id, interaction.uid, conversation.uid, interaction.at,
       interaction.offset_minutes, words.text
FROM interaction
CROSS JOIN interaction_text AS words ON words.interaction = interaction.id
LEFT JOIN conversation ON conversation.id = interaction.conversation
WHERE interaction.direction = 'out' AND interaction.removed = 0
  AND interaction.kind IN ('message', 'group-post', 'invitation')
  AND words.text <> ''
ORDER BY interaction.at;
