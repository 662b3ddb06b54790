SELECT interaction.uid, interaction.kind, interaction.direction, interaction.at,
       interaction.offset_minutes, coalesce(judged.asks, 0), coalesce(judged.gives, 0),
       interaction.is_reply = 0 AND NOT EXISTS (
           SELECT 1 FROM interaction AS earlier
           WHERE earlier.conversation = interaction.conversation
             AND earlier.conversation IS NOT NULL AND earlier.removed = 0
             AND (earlier.at, earlier.id) < (interaction.at, interaction.id)
       ),
       interaction.conversation, interaction.id
FROM derived_passed AS passed
CROSS JOIN interaction ON interaction.id = passed.interaction
LEFT JOIN derived_judged AS judged ON judged.interaction = passed.interaction
WHERE passed.contact = ?1 AND interaction.automated = 0 AND passed.own = 1
ORDER BY passed.at, passed.interaction;
