-- By which the text of a sent message is found again: hashes, no words. Made by whoever owns
-- the engine, and made again when the engine has another version or the row is missing.
CREATE TABLE derived_sketch (
    interaction INTEGER PRIMARY KEY,
    engine INTEGER NOT NULL,
    keys BLOB NOT NULL
) STRICT;

-- The owner has said that this text is meant to be the same for many.
ALTER TABLE mark ADD COLUMN meant INTEGER NOT NULL DEFAULT 0;
