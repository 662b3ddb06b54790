SELECT subject, text_bytes, quoted_bytes, signature_bytes, words
FROM interaction_text
WHERE interaction = ?1;
