SELECT source.length, source.packed, source.against,
       words.text_bytes, words.quoted_bytes, words.signature_bytes, words.words
FROM interaction
JOIN interaction_source AS source ON source.interaction = interaction.id
JOIN interaction_text AS words ON words.interaction = interaction.id
WHERE interaction.uid = ?1;
