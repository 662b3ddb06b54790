INSERT INTO derived_judged (interaction, engine, asks, gives) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (interaction) DO UPDATE SET
    engine = excluded.engine, asks = excluded.asks, gives = excluded.gives;
