DELETE FROM derived_search
WHERE rowid IN (SELECT id FROM temp.touched_interaction WHERE fresh = 0);
