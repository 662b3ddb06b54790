INSERT INTO derived_passed (contact, at, interaction, channel, direction, own)
SELECT coalesce(alias.kept_rowid, participant.contact), interaction.at, interaction.id,
       interaction.channel, interaction.direction,
       CASE interaction.direction WHEN 'in' THEN participant.role IN ('from', 'with')
                                  WHEN 'out' THEN participant.role IN ('to', 'bcc', 'with')
                                  ELSE 1 END
FROM (
    SELECT id FROM temp.touched_alias
    UNION
    SELECT merged_rowid FROM derived_alias WHERE kept_rowid IN (SELECT id FROM temp.touched_alias)
) AS member
CROSS JOIN participant ON participant.contact = member.id
CROSS JOIN interaction ON interaction.id = participant.interaction
LEFT JOIN derived_alias AS alias ON alias.merged_rowid = participant.contact
WHERE interaction.removed = 0
ON CONFLICT (contact, at, interaction) DO UPDATE SET own = max(own, excluded.own);
