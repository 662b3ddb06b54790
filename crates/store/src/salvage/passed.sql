-- One thing that passed, without its words: those may be lost where this is not.
SELECT interaction.id, interaction.uid, interaction.kind, interaction.channel,
       interaction.direction, interaction.at, interaction.offset_minutes, interaction.conversation,
       interaction.is_reply, interaction.automated, interaction.source, interaction.native_id,
       interaction.removed, interaction.batch
FROM interaction NOT INDEXED
WHERE interaction.id >= ?1
ORDER BY interaction.id
LIMIT 1;
