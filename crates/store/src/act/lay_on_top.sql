INSERT INTO derived_judged (interaction, engine, asks, gives) VALUES (?1, 0, ?2, ?3)
ON CONFLICT (interaction) DO UPDATE SET asks = excluded.asks, gives = excluded.gives;
