SELECT id, was_at FROM temp.touched_interaction WHERE fresh = 0;
