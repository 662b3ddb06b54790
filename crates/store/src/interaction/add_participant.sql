INSERT INTO participant (interaction, place, contact, role)
SELECT ?1, ?2, id, ?4 FROM contact WHERE uid = ?3;
