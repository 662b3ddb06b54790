-- Not what the owner hid, and not what passed only with contacts that were deleted.
SELECT interaction.uid
FROM derived_search
CROSS JOIN interaction ON interaction.id = derived_search.rowid
LEFT JOIN mark ON mark.uid = interaction.uid AND mark.removed = 0
WHERE derived_search MATCH ?1
  AND interaction.removed = 0
  AND coalesce(mark.hidden, 0) = 0
  AND (
      NOT EXISTS (SELECT 1 FROM participant WHERE participant.interaction = interaction.id)
      OR EXISTS (
          SELECT 1 FROM participant
          CROSS JOIN whole_contact ON whole_contact.part_rowid = participant.contact
          CROSS JOIN contact ON contact.id = whole_contact.contact_rowid
          WHERE participant.interaction = interaction.id AND contact.removed = 0
      )
  )
ORDER BY interaction.at DESC, interaction.id DESC
LIMIT ?2;
