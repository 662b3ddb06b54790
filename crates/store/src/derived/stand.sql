INSERT INTO derived_passed (contact, at, interaction, channel, direction, own)
SELECT coalesce(alias.kept_rowid, participant.contact), interaction.at, interaction.id,
       interaction.channel, interaction.direction,
       CASE interaction.direction WHEN 'in' THEN participant.role IN ('from', 'with')
                                  WHEN 'out' THEN participant.role IN ('to', 'bcc', 'with')
                                  ELSE 1 END
FROM temp.touched_interaction AS touched
CROSS JOIN interaction ON interaction.id = touched.id
CROSS JOIN participant ON participant.interaction = interaction.id
LEFT JOIN derived_alias AS alias ON alias.merged_rowid = participant.contact
WHERE interaction.removed = 0
ON CONFLICT (contact, at, interaction) DO UPDATE SET own = max(own, excluded.own);
