-- Messages of one direction from a moment back, with those they passed with who are reviewed.
SELECT interaction.id, interaction.at, interaction.conversation, contact.uid,
       interaction.uid, coalesce(judged.gives, 0)
FROM interaction
CROSS JOIN derived_passed AS passed ON passed.at = interaction.at
    AND passed.interaction = interaction.id
    AND passed.contact IN (
        SELECT whole_contact.contact_rowid FROM participant
        CROSS JOIN whole_contact ON whole_contact.part_rowid = participant.contact
        WHERE participant.interaction = interaction.id
    )
CROSS JOIN contact ON contact.id = passed.contact
LEFT JOIN derived_judged AS judged ON judged.interaction = interaction.id
WHERE interaction.direction = ?1 AND interaction.removed = 0 AND interaction.automated = 0
  AND passed.own = 1
  AND contact.removed = 0 AND contact.automated = 0 AND contact.left_out_of_review = 0
ORDER BY interaction.at DESC, interaction.id DESC;
