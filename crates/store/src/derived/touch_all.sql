-- Everything there is, as if it had been added just now to empty derived tables.
INSERT INTO temp.touched_interaction (id, fresh, was_at) SELECT id, 1, at FROM interaction
WHERE removed = 0;
INSERT INTO temp.touched_note (id) SELECT id FROM note WHERE removed = 0;
