INSERT INTO derived_thread (thread, month, asks_in, gives_in, asks_out, gives_out, starts_in,
                            answered_in, starts_out, asking_out)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10);
