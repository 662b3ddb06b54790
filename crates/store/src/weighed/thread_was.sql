DELETE FROM derived_thread WHERE thread = ?1
RETURNING month, asks_in, gives_in, asks_out, gives_out, starts_in, answered_in, starts_out,
          asking_out;
