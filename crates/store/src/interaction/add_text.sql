INSERT OR REPLACE INTO interaction_text (interaction, subject, text, quoted, signature)
VALUES (?1, ?2, ?3, ?4, ?5);
