-- Not what the owner hid, and not what passed only with contacts that were deleted. The hits
-- are put in order first (the inner LIMIT keeps SQLite from mixing the two), so that this is
-- asked only of those that are shown.
SELECT hit.uid
FROM (
    SELECT interaction.id, interaction.uid
    FROM derived_search
    CROSS JOIN interaction ON interaction.id = derived_search.rowid
    WHERE derived_search MATCH ?1 AND interaction.removed = 0
    ORDER BY interaction.at DESC, interaction.id DESC
    LIMIT -1
) AS hit
WHERE NOT EXISTS (
      SELECT 1 FROM mark WHERE mark.uid = hit.uid AND mark.removed = 0 AND mark.hidden = 1
  )
  AND (
      NOT EXISTS (SELECT 1 FROM participant WHERE participant.interaction = hit.id)
      OR EXISTS (
          SELECT 1 FROM participant
          CROSS JOIN whole_contact ON whole_contact.part_rowid = participant.contact
          CROSS JOIN contact ON contact.id = whole_contact.contact_rowid
          WHERE participant.interaction = hit.id AND contact.removed = 0
      )
  )
LIMIT ?2;
