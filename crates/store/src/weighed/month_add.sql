INSERT INTO derived_month (month, threads, asks_in, gives_in, asks_out, gives_out, starts_in,
                           answered_in, starts_out, asking_out)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
ON CONFLICT (month) DO UPDATE SET
    threads = threads + excluded.threads, asks_in = asks_in + excluded.asks_in,
    gives_in = gives_in + excluded.gives_in, asks_out = asks_out + excluded.asks_out,
    gives_out = gives_out + excluded.gives_out, starts_in = starts_in + excluded.starts_in,
    answered_in = answered_in + excluded.answered_in,
    starts_out = starts_out + excluded.starts_out, asking_out = asking_out + excluded.asking_out;
