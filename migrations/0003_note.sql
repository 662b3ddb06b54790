-- What the owner writes down, promises, plans and prepares.

-- One fact about a contact.
CREATE TABLE note (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    uid         BLOB    NOT NULL UNIQUE,
    removed     INTEGER NOT NULL DEFAULT 0,
    contact     BLOB    NOT NULL REFERENCES contact (uid),
    kind        TEXT    NOT NULL,
    text        TEXT    NOT NULL DEFAULT '',
    source      TEXT    NOT NULL DEFAULT '',
    link        TEXT    NOT NULL DEFAULT '',
    seen_at     INTEGER NOT NULL,
    seen_offset INTEGER
) STRICT;
CREATE INDEX note_contact ON note (contact);

-- A promise, theirs or the owner's, or a reminder.
CREATE TABLE promise (
    uid     BLOB    PRIMARY KEY,
    removed INTEGER NOT NULL DEFAULT 0,
    contact BLOB    REFERENCES contact (uid),
    kind    TEXT    NOT NULL,
    text    TEXT    NOT NULL DEFAULT '',
    due_on  TEXT,
    done    INTEGER NOT NULL DEFAULT 0,
    made_in BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX promise_contact ON promise (contact);
CREATE INDEX promise_open ON promise (due_on) WHERE removed = 0 AND done = 0;

-- People to keep in touch with at one pace; a contact names its circle.
CREATE TABLE circle (
    uid          BLOB    PRIMARY KEY,
    removed      INTEGER NOT NULL DEFAULT 0,
    name         TEXT    NOT NULL DEFAULT '',
    cadence_days INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- A discussion group; a row of "group" is called grouping, for SQL keeps the word to itself.
CREATE TABLE grouping (
    uid     BLOB    PRIMARY KEY,
    removed INTEGER NOT NULL DEFAULT 0,
    name    TEXT    NOT NULL DEFAULT '',
    place   TEXT    NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

-- Who is in which group.
CREATE TABLE group_member (
    uid      BLOB    PRIMARY KEY,
    removed  INTEGER NOT NULL DEFAULT 0,
    grouping BLOB    NOT NULL REFERENCES grouping (uid),
    contact  BLOB    NOT NULL REFERENCES contact (uid)
) STRICT, WITHOUT ROWID;
CREATE INDEX group_member_grouping ON group_member (grouping);
CREATE INDEX group_member_contact ON group_member (contact);

-- A message that is being written.
CREATE TABLE draft (
    uid            BLOB    PRIMARY KEY,
    removed        INTEGER NOT NULL DEFAULT 0,
    channel        TEXT    NOT NULL,
    answers        BLOB,
    subject        TEXT    NOT NULL DEFAULT '',
    text           TEXT    NOT NULL DEFAULT '',
    changed_at     INTEGER NOT NULL,
    changed_offset INTEGER
) STRICT, WITHOUT ROWID;

-- Whom a draft goes to.
CREATE TABLE recipient (
    uid     BLOB    PRIMARY KEY,
    removed INTEGER NOT NULL DEFAULT 0,
    draft   BLOB    NOT NULL REFERENCES draft (uid),
    place   INTEGER NOT NULL DEFAULT 0,
    contact BLOB    NOT NULL REFERENCES contact (uid)
) STRICT, WITHOUT ROWID;
CREATE INDEX recipient_draft ON recipient (draft);

-- A rule that the owner silenced for one draft.
CREATE TABLE dismissal (
    uid     BLOB    PRIMARY KEY,
    removed INTEGER NOT NULL DEFAULT 0,
    draft   BLOB    NOT NULL REFERENCES draft (uid),
    rule    TEXT    NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX dismissal_draft ON dismissal (draft);

-- Who the owner is: names, organisations, addresses.
CREATE TABLE owner_fact (
    uid     BLOB    PRIMARY KEY,
    removed INTEGER NOT NULL DEFAULT 0,
    place   INTEGER NOT NULL DEFAULT 0,
    -- name, organisation, or the kind of an identity.
    kind    TEXT    NOT NULL,
    value   TEXT    NOT NULL
) STRICT, WITHOUT ROWID;
