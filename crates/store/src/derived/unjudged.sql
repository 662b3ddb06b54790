INSERT OR IGNORE INTO derived_judged (interaction, engine, asks, gives)
SELECT id, 0, 0, 0 FROM temp.touched_interaction;
