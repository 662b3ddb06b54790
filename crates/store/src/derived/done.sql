DELETE FROM temp.touched_interaction;
DELETE FROM temp.touched_alias;
DELETE FROM temp.touched_acts;
DELETE FROM temp.touched_flags;
DELETE FROM temp.touched_note;
DELETE FROM temp.counted;
