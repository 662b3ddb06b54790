-- What passed between the owner and contacts, and where it came from.
--
-- An interaction is immutable: the owner's marks and corrections stand beside it. Its uid is
-- derived from its source, so that the same file brings the same row on every machine. It
-- has no op for its coming: it carries the batch that brought it, and is taken away with it.

-- One bringing in of files.
CREATE TABLE import (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid BLOB NOT NULL UNIQUE,
    begun_at INTEGER NOT NULL,
    begun_offset INTEGER,
    finished INTEGER NOT NULL DEFAULT 0,
    contacts_new INTEGER NOT NULL DEFAULT 0,
    contacts_updated INTEGER NOT NULL DEFAULT 0,
    interactions_new INTEGER NOT NULL DEFAULT 0,
    interactions_same INTEGER NOT NULL DEFAULT 0,
    notes_new INTEGER NOT NULL DEFAULT 0,
    unsure INTEGER NOT NULL DEFAULT 0
) STRICT;

-- The files of an import, as they were shown to the owner.
CREATE TABLE import_file (
    import INTEGER NOT NULL REFERENCES import (id),
    place INTEGER NOT NULL,
    path TEXT NOT NULL,
    PRIMARY KEY (import, place)
) STRICT, WITHOUT ROWID;

-- What in an imported file could not be read: where and why.
CREATE TABLE snag (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    import INTEGER NOT NULL REFERENCES import (id),
    file TEXT NOT NULL,
    line INTEGER,
    why TEXT NOT NULL
) STRICT;
CREATE INDEX snag_import ON snag (import);

-- Interactions that belong together. Its uid is derived from source and key.
CREATE TABLE conversation (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid BLOB NOT NULL UNIQUE,
    source TEXT NOT NULL,
    key TEXT NOT NULL,
    title TEXT NOT NULL
) STRICT;

-- One thing that passed, without its words: kept narrow, because balances walk over it.
CREATE TABLE interaction (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid BLOB NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    channel TEXT NOT NULL,
    direction TEXT NOT NULL,
    at INTEGER NOT NULL,
    offset_minutes INTEGER,
    conversation INTEGER REFERENCES conversation (id),
    is_reply INTEGER NOT NULL,
    automated INTEGER NOT NULL,
    source TEXT NOT NULL,
    native_id TEXT NOT NULL,
    import INTEGER REFERENCES import (id),
    -- The batch that brought it (or brought it back).
    batch INTEGER NOT NULL REFERENCES batch (id),
    -- 0 where it stands; else the batch that took it away, its own where it went with that.
    removed INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX interaction_conversation ON interaction (conversation, at, id)
    WHERE conversation IS NOT NULL AND removed = 0;
CREATE INDEX interaction_native ON interaction (native_id) WHERE native_id <> '';
CREATE INDEX interaction_when ON interaction (direction, at) WHERE removed = 0;
CREATE INDEX interaction_batch ON interaction (batch);

-- The words of an interaction.
CREATE TABLE interaction_text (
    interaction INTEGER PRIMARY KEY REFERENCES interaction (id),
    subject TEXT NOT NULL,
    text TEXT NOT NULL,
    quoted TEXT NOT NULL,
    signature TEXT NOT NULL
) STRICT;

-- The source as it stood, for better readers to come. `length` is that of the unpacked
-- bytes; where deflating did not make them fewer they are kept as they are.
CREATE TABLE interaction_source (
    interaction INTEGER PRIMARY KEY REFERENCES interaction (id),
    length INTEGER NOT NULL,
    packed BLOB NOT NULL
) STRICT;

-- Who took part, as first told: a contact that was merged later keeps its own number here.
CREATE TABLE participant (
    interaction INTEGER NOT NULL REFERENCES interaction (id),
    place INTEGER NOT NULL,
    contact INTEGER NOT NULL REFERENCES contact (id),
    role TEXT NOT NULL,
    PRIMARY KEY (interaction, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX participant_contact ON participant (contact, interaction);

-- The owner's marks on an interaction, whose uid it bears.
CREATE TABLE mark (
    uid     BLOB    PRIMARY KEY REFERENCES interaction (uid),
    removed INTEGER NOT NULL DEFAULT 0,
    star    INTEGER NOT NULL DEFAULT 0,
    hidden  INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- The owner's word on what a message, or one sentence of it, does. It outranks the engine.
CREATE TABLE correction (
    uid         BLOB    PRIMARY KEY,
    removed     INTEGER NOT NULL DEFAULT 0,
    interaction BLOB    NOT NULL REFERENCES interaction (uid),
    -- The sentence in bytes of the text; both null for the whole message.
    from_byte   INTEGER,
    to_byte     INTEGER,
    kind        TEXT    NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE INDEX correction_interaction ON correction (interaction);
