DELETE FROM derived_search_note WHERE rowid IN (SELECT id FROM temp.touched_note);
