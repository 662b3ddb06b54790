INSERT INTO derived_act (interaction, place, kind, from_byte, to_byte, certainty)
VALUES (?1, ?2, ?3, ?4, ?5, ?6);
