SELECT correction.uid, correction.interaction, correction.from_byte, correction.to_byte,
       correction.kind
FROM correction
CROSS JOIN interaction ON interaction.uid = correction.interaction
WHERE correction.removed = 0 AND correction.learnt = 1 AND interaction.removed = 0
ORDER BY interaction.at DESC, interaction.id DESC, correction.from_byte;
