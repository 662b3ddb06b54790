INSERT INTO derived_judged (interaction, engine, lean, swayed, asks, gives)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)
ON CONFLICT (interaction) DO UPDATE SET
    engine = excluded.engine, lean = excluded.lean, swayed = excluded.swayed,
    asks = excluded.asks, gives = excluded.gives;
