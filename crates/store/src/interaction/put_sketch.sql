INSERT INTO derived_sketch (interaction, engine, keys)
SELECT id, ?2, ?3 FROM interaction WHERE uid = ?1
ON CONFLICT (interaction) DO UPDATE SET engine = excluded.engine, keys = excluded.keys;
