SELECT interaction.id, interaction.uid, conversation.uid, interaction.at,
       interaction.offset_minutes,
       CASE WHEN interaction.conversation IS NULL THEN (
           SELECT min(later.at) FROM participant
           CROSS JOIN whole_contact ON whole_contact.part_rowid = participant.contact
           CROSS JOIN derived_passed AS later ON later.contact = whole_contact.contact_rowid
           WHERE participant.interaction = interaction.id AND later.direction = 'in'
             AND later.own = 1 AND later.at BETWEEN interaction.at + 1 AND interaction.at + ?2
       ) ELSE (
           SELECT min(later.at) FROM interaction AS later
           WHERE later.conversation = interaction.conversation
             AND later.conversation IS NOT NULL AND later.removed = 0
             AND later.direction = 'in' AND later.at > interaction.at
       ) END,
       coalesce(mark.meant, 0), sketch.keys,
       words.text_bytes, words.quoted_bytes, words.signature_bytes,
       CASE WHEN sketch.keys IS NULL THEN words.words END
FROM interaction
CROSS JOIN interaction_text AS words ON words.interaction = interaction.id
LEFT JOIN conversation ON conversation.id = interaction.conversation
LEFT JOIN mark ON mark.uid = interaction.uid AND mark.removed = 0
LEFT JOIN derived_sketch AS sketch
    ON sketch.interaction = interaction.id AND sketch.engine = ?1
WHERE interaction.direction = 'out' AND interaction.removed = 0
  AND interaction.kind IN ('message', 'group-post', 'invitation')
  AND words.text_bytes > 0
ORDER BY interaction.at;
