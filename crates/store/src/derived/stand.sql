INSERT OR IGNORE INTO derived_passed (contact, at, interaction, channel, direction)
SELECT coalesce(alias.kept_rowid, participant.contact), interaction.at, interaction.id,
       interaction.channel, interaction.direction
FROM temp.touched_interaction AS touched
CROSS JOIN interaction ON interaction.id = touched.id
CROSS JOIN participant ON participant.interaction = interaction.id
LEFT JOIN derived_alias AS alias ON alias.merged_rowid = participant.contact
WHERE interaction.removed = 0;
