SELECT contact.uid, interaction.uid, max(interaction.at), interaction.offset_minutes,
       coalesce(judged.asks, 0)
FROM interaction
CROSS JOIN participant ON participant.interaction = interaction.id
CROSS JOIN whole_contact ON whole_contact.part_rowid = participant.contact
CROSS JOIN contact ON contact.id = whole_contact.contact_rowid
LEFT JOIN mark ON mark.uid = interaction.uid AND mark.removed = 0
LEFT JOIN derived_judged AS judged ON judged.interaction = interaction.id
WHERE interaction.direction = 'in' AND interaction.removed = 0
  AND interaction.at BETWEEN ?1 AND ?2
  AND interaction.kind = 'message' AND interaction.automated = 0
  AND coalesce(mark.hidden, 0) = 0
  AND participant.role IN ('from', 'with')
  AND contact.removed = 0 AND contact.automated = 0
  -- To the owner alone: where others are addressed too, nobody can say who should answer.
  AND NOT EXISTS (
      SELECT 1 FROM participant AS other
      WHERE other.interaction = interaction.id AND other.role = 'to'
  )
  AND CASE WHEN interaction.conversation IS NULL THEN NOT EXISTS (
      SELECT 1 FROM derived_passed AS later
      WHERE later.contact = contact.id
        AND (later.at, later.interaction) > (interaction.at, interaction.id)
  ) ELSE NOT EXISTS (
      SELECT 1 FROM interaction AS later
      WHERE later.conversation = interaction.conversation
        AND later.conversation IS NOT NULL AND later.removed = 0
        AND (later.at, later.id) > (interaction.at, interaction.id)
  ) END
GROUP BY contact.id
ORDER BY 3 DESC
LIMIT ?3;
