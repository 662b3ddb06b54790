SELECT contact, role FROM participant WHERE interaction = ?1 ORDER BY place;
