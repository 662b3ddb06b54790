SELECT passed.interaction, passed.at
FROM derived_passed AS passed
CROSS JOIN interaction ON interaction.id = passed.interaction
LEFT JOIN mark ON mark.uid = interaction.uid AND mark.removed = 0
WHERE passed.contact = :contact
  AND (passed.at, passed.interaction) < (:at, :interaction)
  AND (:channel IS NULL OR passed.channel = :channel)
  AND coalesce(mark.hidden, 0) = 0
ORDER BY passed.at DESC, passed.interaction DESC;
