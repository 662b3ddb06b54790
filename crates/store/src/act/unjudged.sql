SELECT interaction.uid, interaction.kind, interaction.direction, words.subject,
       words.text_bytes, words.quoted_bytes, words.signature_bytes, words.words
FROM derived_judged AS judged
CROSS JOIN interaction ON interaction.id = judged.interaction
CROSS JOIN interaction_text AS words ON words.interaction = interaction.id
WHERE judged.interaction > ?3 AND (judged.engine < ?1 OR judged.lean <> ?2)
  AND interaction.removed = 0 AND interaction.automated = 0
ORDER BY judged.interaction
LIMIT ?4;
