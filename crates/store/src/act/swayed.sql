SELECT count(*)
FROM derived_judged AS judged
CROSS JOIN interaction ON interaction.id = judged.interaction
WHERE judged.swayed = 1 AND interaction.removed = 0;
