-- Rows of interactions that changed; those that still stand come back with `stand.sql`.
DELETE FROM derived_passed
WHERE (contact, at, interaction) IN (
    SELECT coalesce(alias.kept_rowid, participant.contact), interaction.at, interaction.id
    FROM temp.touched_interaction AS touched
    CROSS JOIN interaction ON interaction.id = touched.id
    CROSS JOIN participant ON participant.interaction = interaction.id
    LEFT JOIN derived_alias AS alias ON alias.merged_rowid = participant.contact
    WHERE touched.fresh = 0
);
