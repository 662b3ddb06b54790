-- One that may be what is looked for, unless it is kept out by a filter, the owner hid it, or it
-- passed only with contacts that were deleted.
SELECT interaction.uid
FROM interaction
WHERE interaction.id = :row AND interaction.removed = 0
  AND (:channel IS NULL OR interaction.channel = :channel)
  AND (:direction IS NULL OR interaction.direction = :direction)
  AND (:act IS NULL OR EXISTS (
      SELECT 1 FROM derived_judged AS judged
      WHERE judged.interaction = interaction.id
        AND CASE :act WHEN 'ask' THEN judged.asks ELSE judged.gives END
  ))
  AND (:contacts IS NULL OR EXISTS (
      SELECT 1 FROM json_each(:contacts) AS wanted
      CROSS JOIN derived_passed AS passed
          ON passed.contact = wanted.value AND passed.at = interaction.at
         AND passed.interaction = interaction.id AND passed.own = 1
  ))
  AND NOT EXISTS (
      SELECT 1 FROM mark
      WHERE mark.uid = interaction.uid AND mark.removed = 0 AND mark.hidden = 1
  )
  AND (
      NOT EXISTS (SELECT 1 FROM participant WHERE participant.interaction = interaction.id)
      OR EXISTS (
          SELECT 1 FROM participant
          CROSS JOIN whole_contact ON whole_contact.part_rowid = participant.contact
          CROSS JOIN contact ON contact.id = whole_contact.contact_rowid
          WHERE participant.interaction = interaction.id AND contact.removed = 0
      )
  );
