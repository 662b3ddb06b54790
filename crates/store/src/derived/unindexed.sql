-- The next ones whose words are in no segment.
SELECT unindexed.interaction, interaction.at, interaction.removed
FROM derived_unindexed AS unindexed
CROSS JOIN interaction ON interaction.id = unindexed.interaction
ORDER BY unindexed.interaction
LIMIT ?1;
