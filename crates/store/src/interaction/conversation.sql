SELECT interaction.id
FROM conversation
CROSS JOIN interaction ON interaction.conversation = conversation.id
WHERE conversation.uid = ?1 AND interaction.conversation IS NOT NULL
  AND interaction.removed = 0
ORDER BY interaction.at, interaction.id;
