-- What every later table leans on: who this store is, which clock it keeps, what was changed.

-- The store itself; one row.
CREATE TABLE store (
    id            INTEGER PRIMARY KEY CHECK (id = 1),
    -- Which vault this is a copy of; the same on every machine that shares it.
    vault         BLOB    NOT NULL,
    -- Which key the vault is closed with; rises with every change of key. 0: not encrypted.
    key_epoch     INTEGER NOT NULL DEFAULT 0,
    -- The oldest release (by user_version) that may read this shape; NULL: none but the newest.
    readable_from INTEGER,
    -- The highest hybrid logical clock seen: 48 bits of milliseconds, 16 bits of counting.
    clock         INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Machines that wrote here. A copied or restored store gets a new one.
CREATE TABLE device (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    uid     BLOB    NOT NULL UNIQUE,
    -- A hash of where the file lay: elsewhere it is a copy, and a copy is another device.
    place   BLOB    NOT NULL,
    made_at INTEGER NOT NULL
) STRICT;

-- What one deed changed, all of it or nothing.
CREATE TABLE batch (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    uid    BLOB    NOT NULL UNIQUE,
    device INTEGER NOT NULL REFERENCES device (id),
    clock  INTEGER NOT NULL,
    -- The word of the deed.
    deed   TEXT    NOT NULL,
    -- The wall clock, for people; nothing is ordered by it.
    at     INTEGER NOT NULL,
    at_offset INTEGER,
    -- The import it belongs to, where it is part of one.
    import BLOB,
    -- The batch it takes back (or, where that one was a taking back itself, brings back).
    undoes INTEGER REFERENCES batch (id),
    -- Whether the owner's next undo may take it.
    undoable INTEGER NOT NULL,
    -- Whether it has been taken back.
    undone INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX batch_next ON batch (id) WHERE undoable = 1 AND undone = 0;
CREATE INDEX batch_undoes ON batch (undoes);
CREATE INDEX batch_import ON batch (import);

-- Every change of a field, for undo, for history, and for what another machine must learn.
CREATE TABLE op (
    id    INTEGER PRIMARY KEY AUTOINCREMENT,
    batch INTEGER NOT NULL REFERENCES batch (id),
    clock INTEGER NOT NULL,
    -- The word of the kind, the row's uid, the field's name: never renamed.
    kind  TEXT    NOT NULL,
    uid   BLOB    NOT NULL,
    field TEXT    NOT NULL,
    old   ANY,
    new   ANY,
    -- Where the op makes a row: what its fields held then, as a JSON object (bytes in hex
    -- behind `x:`, texts behind `t:`).
    made  TEXT,
    -- Who wants the new value to stand: owner, import, or nobody.
    cause TEXT    NOT NULL
) STRICT;
CREATE INDEX op_batch ON op (batch);
CREATE INDEX op_row ON op (uid, field, id);

-- Settings that are the owner's, on every machine.
CREATE TABLE setting (
    uid     BLOB    PRIMARY KEY,
    removed INTEGER NOT NULL DEFAULT 0,
    key     TEXT    NOT NULL,
    value   TEXT    NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

-- Settings of this machine: places, windows, names in its keychain.
CREATE TABLE local_setting (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
