INSERT INTO derived_contact (contact, interactions, received, sent, last_at, last_direction)
SELECT contact, count(*), sum(direction = 'in'), sum(direction = 'out'), 0, ''
FROM (
    SELECT DISTINCT coalesce(alias.kept_rowid, participant.contact) AS contact,
           interaction.id, interaction.direction
    FROM temp.touched_interaction AS touched
    CROSS JOIN interaction ON interaction.id = touched.id
    CROSS JOIN participant ON participant.interaction = interaction.id
    LEFT JOIN derived_alias AS alias ON alias.merged_rowid = participant.contact
    WHERE interaction.removed = 0
)
WHERE contact IN (SELECT contact FROM temp.counted WHERE anew = 0)
GROUP BY contact
ON CONFLICT (contact) DO UPDATE SET
    interactions = interactions + excluded.interactions,
    received = received + excluded.received,
    sent = sent + excluded.sent;
