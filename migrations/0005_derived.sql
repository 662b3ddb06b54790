-- What follows from everything else. Each of these can be dropped and is made again, by
-- the store (`rebuild_derived`) or, for what the engine judged, by whoever owns the engine.

-- What passed with whom: one row for each contact of an interaction that stands, merged
-- contacts under the one they were merged into. Timelines and balances read it in order.
CREATE TABLE derived_passed (
    contact INTEGER NOT NULL,
    at INTEGER NOT NULL,
    interaction INTEGER NOT NULL,
    channel TEXT NOT NULL,
    direction TEXT NOT NULL,
    -- Between the owner and this contact themselves: they wrote it, or were addressed. Somebody
    -- copied in on what others wrote sees it in the timeline, but it weighs in no balance.
    own INTEGER NOT NULL,
    PRIMARY KEY (contact, at, interaction)
) STRICT, WITHOUT ROWID;

-- How much passed with a contact, and what was the last of it. No row: nothing passed.
CREATE TABLE derived_contact (
    contact INTEGER PRIMARY KEY,
    interactions INTEGER NOT NULL,
    received INTEGER NOT NULL,
    sent INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    last_offset INTEGER,
    last_direction TEXT NOT NULL
) STRICT;
CREATE INDEX derived_contact_last ON derived_contact (last_at);

-- What the engine found a sentence to do.
CREATE TABLE derived_act (
    interaction INTEGER NOT NULL,
    place INTEGER NOT NULL,
    kind TEXT NOT NULL,
    from_byte INTEGER NOT NULL,
    to_byte INTEGER NOT NULL,
    certainty REAL NOT NULL,
    PRIMARY KEY (interaction, place)
) STRICT, WITHOUT ROWID;

-- Which engine judged an interaction (0: none yet), and what came of it once the owner's
-- corrections are laid on top.
CREATE TABLE derived_judged (
    interaction INTEGER PRIMARY KEY,
    engine INTEGER NOT NULL,
    asks INTEGER NOT NULL,
    gives INTEGER NOT NULL
) STRICT;
CREATE INDEX derived_judged_engine ON derived_judged (engine);

-- Words of interactions that stand; the rowid is the interaction's.
CREATE VIRTUAL TABLE derived_search USING fts5 (
    subject, text,
    content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);
-- A larger table in memory while writing: a fifth less work in a large import.
INSERT INTO derived_search (derived_search, rank) VALUES ('hashsize', 16777216);

-- Words of notes that stand; the rowid is the note's.
CREATE VIRTUAL TABLE derived_search_note USING fts5 (
    text,
    content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);
