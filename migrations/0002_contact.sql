-- Contacts and what belongs to one. Several values of a sort are rows of their own, with a
-- place that orders them. `removed` is the tombstone; whoever reads, filters.

-- Somebody. `id` stays inside the store; the world knows the uid.
CREATE TABLE contact (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    uid         BLOB    NOT NULL UNIQUE,
    removed     INTEGER NOT NULL DEFAULT 0,
    shown       TEXT    NOT NULL DEFAULT '',
    given       TEXT    NOT NULL DEFAULT '',
    middle      TEXT    NOT NULL DEFAULT '',
    family      TEXT    NOT NULL DEFAULT '',
    prefix      TEXT    NOT NULL DEFAULT '',
    suffix      TEXT    NOT NULL DEFAULT '',
    nickname    TEXT    NOT NULL DEFAULT '',
    pronouns    TEXT    NOT NULL DEFAULT '',
    headline    TEXT    NOT NULL DEFAULT '',
    location    TEXT    NOT NULL DEFAULT '',
    how_met     TEXT    NOT NULL DEFAULT '',
    met_through BLOB    REFERENCES contact (uid),
    circle      BLOB,
    photo       BLOB,
    do_not_contact     INTEGER NOT NULL DEFAULT 0,
    consent            TEXT,
    consent_source     TEXT    NOT NULL DEFAULT '',
    consent_on         TEXT,
    left_out_of_review INTEGER NOT NULL DEFAULT 0,
    automated          INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX contact_circle ON contact (circle);

-- By what a contact is reached. Nothing is unique here: two people may share an address.
CREATE TABLE identity (
    uid     BLOB    PRIMARY KEY,
    removed INTEGER NOT NULL DEFAULT 0,
    contact BLOB    NOT NULL REFERENCES contact (uid),
    place   INTEGER NOT NULL DEFAULT 0,
    kind    TEXT    NOT NULL,
    value   TEXT    NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX identity_contact ON identity (contact);
CREATE INDEX identity_value ON identity (value, kind);

-- Posts held, now or once.
CREATE TABLE position (
    uid          BLOB    PRIMARY KEY,
    removed      INTEGER NOT NULL DEFAULT 0,
    contact      BLOB    NOT NULL REFERENCES contact (uid),
    place        INTEGER NOT NULL DEFAULT 0,
    organisation TEXT    NOT NULL DEFAULT '',
    title        TEXT    NOT NULL DEFAULT '',
    from_on      TEXT,
    to_on        TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX position_contact ON position (contact);

-- Days that matter; the year may be unknown (--MM-DD).
CREATE TABLE dated_day (
    uid     BLOB    PRIMARY KEY,
    removed INTEGER NOT NULL DEFAULT 0,
    contact BLOB    NOT NULL REFERENCES contact (uid),
    place   INTEGER NOT NULL DEFAULT 0,
    label   TEXT    NOT NULL,
    on_day  TEXT    NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX dated_day_contact ON dated_day (contact);

-- The owner's words on a contact.
CREATE TABLE tag (
    uid     BLOB    PRIMARY KEY,
    removed INTEGER NOT NULL DEFAULT 0,
    contact BLOB    NOT NULL REFERENCES contact (uid),
    place   INTEGER NOT NULL DEFAULT 0,
    word    TEXT    NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX tag_contact ON tag (contact);
CREATE INDEX tag_word ON tag (word);

-- Two contacts that are one: `merged` is read as `kept`. Unmaking is taking the row away.
CREATE TABLE alias (
    uid     BLOB    PRIMARY KEY,
    removed INTEGER NOT NULL DEFAULT 0,
    merged  BLOB    NOT NULL REFERENCES contact (uid),
    kept    BLOB    NOT NULL REFERENCES contact (uid)
) STRICT, WITHOUT ROWID;
CREATE INDEX alias_merged ON alias (merged);
CREATE INDEX alias_kept ON alias (kept);

-- The card of another program as it stood, for a faithful way back.
CREATE TABLE card (
    uid       BLOB    PRIMARY KEY,
    removed   INTEGER NOT NULL DEFAULT 0,
    contact   BLOB    NOT NULL REFERENCES contact (uid),
    source    TEXT    NOT NULL,
    native_id TEXT    NOT NULL DEFAULT '',
    raw       TEXT    NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX card_contact ON card (contact);

-- Photos, named by the BLAKE3 of their bytes. They never change and are nobody's alone.
CREATE TABLE photo (
    hash  BLOB PRIMARY KEY,
    bytes BLOB NOT NULL
) STRICT;

-- Derived from `alias`: where every merged contact is read in the end. Only live merges.
CREATE TABLE derived_alias (
    merged_rowid INTEGER PRIMARY KEY,
    kept_rowid   INTEGER NOT NULL
) STRICT;
CREATE INDEX derived_alias_kept ON derived_alias (kept_rowid);

-- Derived: every contact's own row number beside the one under which it is read.
CREATE VIEW whole_contact (part_rowid, part, contact_rowid) AS
SELECT contact.id, contact.uid, coalesce(derived_alias.kept_rowid, contact.id)
FROM contact LEFT JOIN derived_alias ON derived_alias.merged_rowid = contact.id;

-- Derived: one line of the list of contacts. Only those who are neither removed nor merged.
CREATE TABLE derived_line (
    contact_rowid INTEGER PRIMARY KEY,
    -- The folded name, by which the list is ordered.
    folded        TEXT    NOT NULL,
    shown         TEXT    NOT NULL,
    organisation  TEXT    NOT NULL,
    title         TEXT    NOT NULL,
    automated     INTEGER NOT NULL
) STRICT;
CREATE INDEX derived_line_order ON derived_line (automated, folded);
CREATE INDEX derived_line_folded ON derived_line (folded);

-- Derived: every folded word by which a contact is found (name, organisation, title,
-- identity, tag).
CREATE TABLE derived_word (
    word          TEXT    NOT NULL,
    contact_rowid INTEGER NOT NULL,
    PRIMARY KEY (word, contact_rowid)
) STRICT, WITHOUT ROWID;
CREATE INDEX derived_word_contact ON derived_word (contact_rowid);
