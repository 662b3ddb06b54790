INSERT OR REPLACE INTO interaction_source (interaction, length, packed, against)
VALUES (?1, ?2, ?3, ?4);
