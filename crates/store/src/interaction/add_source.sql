INSERT OR REPLACE INTO interaction_source (interaction, length, packed) VALUES (?1, ?2, ?3);
