SELECT words.text_bytes, words.quoted_bytes, words.signature_bytes, words.words
FROM interaction
CROSS JOIN interaction_text AS words ON words.interaction = interaction.id
WHERE interaction.direction = 'out' AND interaction.removed = 0
  AND interaction.kind IN ('message', 'group-post', 'invitation')
  AND words.text_bytes > 0
ORDER BY interaction.at DESC
LIMIT ?1;
