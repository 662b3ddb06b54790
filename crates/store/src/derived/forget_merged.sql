-- Both sides of a merge (or of one that was taken back) are laid out anew.
DELETE FROM derived_passed WHERE contact IN (SELECT id FROM temp.touched_alias);
