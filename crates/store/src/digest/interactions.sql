SELECT interaction.id, interaction.uid, interaction.kind, interaction.channel,
       interaction.direction, interaction.at, interaction.offset_minutes, conversation.uid,
       conversation.title, interaction.is_reply, interaction.automated, interaction.source,
       interaction.native_id, words.subject,
       words.text_bytes, words.quoted_bytes, words.signature_bytes, words.words
FROM interaction
JOIN interaction_text AS words ON words.interaction = interaction.id
LEFT JOIN conversation ON conversation.id = interaction.conversation
WHERE interaction.removed = 0
ORDER BY interaction.uid;
