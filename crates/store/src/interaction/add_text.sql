INSERT OR REPLACE INTO interaction_text (interaction, subject, text_bytes, quoted_bytes,
                                         signature_bytes, words)
VALUES (?1, ?2, ?3, ?4, ?5, ?6);
