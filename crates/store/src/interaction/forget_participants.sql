DELETE FROM participant WHERE interaction = ?1;
