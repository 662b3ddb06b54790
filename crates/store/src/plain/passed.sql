-- Everything that passed, also what the owner removed; what went with its import is gone.
SELECT interaction.id, interaction.uid, interaction.kind, interaction.channel,
       interaction.direction, interaction.at, interaction.offset_minutes,
       conversation.uid, conversation.source, conversation.key, conversation.title,
       interaction.is_reply, interaction.automated, interaction.source, interaction.native_id,
       interaction.removed, judged.engine, judged.lean, judged.swayed, words.subject,
       words.text_bytes, words.quoted_bytes, words.signature_bytes, words.words
FROM interaction
JOIN interaction_text AS words ON words.interaction = interaction.id
LEFT JOIN conversation ON conversation.id = interaction.conversation
LEFT JOIN derived_judged AS judged ON judged.interaction = interaction.id
WHERE interaction.removed <> interaction.batch
ORDER BY interaction.at, interaction.uid;
