INSERT OR IGNORE INTO derived_passed (contact, at, interaction, channel, direction)
SELECT coalesce(alias.kept_rowid, participant.contact), interaction.at, interaction.id,
       interaction.channel, interaction.direction
FROM (
    SELECT id FROM temp.touched_alias
    UNION
    SELECT merged_rowid FROM derived_alias WHERE kept_rowid IN (SELECT id FROM temp.touched_alias)
) AS member
CROSS JOIN participant ON participant.contact = member.id
CROSS JOIN interaction ON interaction.id = participant.interaction
LEFT JOIN derived_alias AS alias ON alias.merged_rowid = participant.contact
WHERE interaction.removed = 0;
