SELECT source.length, source.packed
FROM interaction
JOIN interaction_source AS source ON source.interaction = interaction.id
WHERE interaction.uid = ?1;
