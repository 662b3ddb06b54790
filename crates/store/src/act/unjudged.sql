SELECT interaction.uid
FROM derived_judged AS judged
CROSS JOIN interaction ON interaction.id = judged.interaction
WHERE judged.engine < ?1 AND interaction.removed = 0 AND interaction.automated = 0
LIMIT ?2;
