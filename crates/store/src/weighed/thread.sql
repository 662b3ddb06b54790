-- What of a thread passed between the owner and anybody who is reviewed; each message once.
SELECT interaction.uid, interaction.kind, interaction.direction, interaction.at,
       interaction.offset_minutes, coalesce(judged.asks, 0), coalesce(judged.gives, 0),
       interaction.is_reply = 0 AND NOT EXISTS (
           SELECT 1 FROM interaction AS earlier
           WHERE earlier.conversation = interaction.conversation
             AND earlier.conversation IS NOT NULL AND earlier.removed = 0
             AND (earlier.at, earlier.id) < (interaction.at, interaction.id)
       ),
       interaction.conversation, interaction.id
FROM interaction
LEFT JOIN derived_judged AS judged ON judged.interaction = interaction.id
WHERE interaction.id IN (
    SELECT id FROM interaction WHERE conversation = ?1 AND removed = 0
    UNION ALL SELECT ?2
) AND interaction.removed = 0 AND interaction.automated = 0
  AND EXISTS (
    SELECT 1 FROM participant
    CROSS JOIN whole_contact ON whole_contact.part_rowid = participant.contact
    CROSS JOIN contact ON contact.id = whole_contact.contact_rowid
    CROSS JOIN derived_passed AS passed
        ON passed.contact = contact.id AND passed.at = interaction.at
           AND passed.interaction = interaction.id
    WHERE participant.interaction = interaction.id AND passed.own = 1
      AND contact.removed = 0 AND contact.automated = 0 AND contact.left_out_of_review = 0
  )
ORDER BY interaction.at, interaction.id;
