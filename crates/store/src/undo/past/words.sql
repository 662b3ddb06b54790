SELECT words.subject, words.text_bytes, words.quoted_bytes, words.signature_bytes, words.words
FROM interaction
JOIN interaction_text AS words ON words.interaction = interaction.id
WHERE interaction.uid = ?1;
