SELECT passed.interaction
FROM derived_passed AS passed
CROSS JOIN interaction_text AS words ON words.interaction = passed.interaction
WHERE passed.contact = ?1 AND passed.direction = ?2 AND passed.own = 1 AND words.text_bytes > 0
ORDER BY passed.at DESC, passed.interaction DESC
LIMIT ?3;
