-- What the balance engine made of what passed, so that a review reads what it shows and not
-- everything there is. Whoever owns the engine makes it, and makes it again where it is stale.

-- What passed with a contact, weighed: bytes that only the engine reads.
CREATE TABLE derived_weighed (
    contact INTEGER PRIMARY KEY,
    -- The engine's version and its settings; another one's bytes are not read.
    stamp INTEGER NOT NULL,
    -- Whether the contact is reviewed at all and something passed that weighs.
    reviewed INTEGER NOT NULL,
    -- Whether a review has something to say: of them, of the owner.
    notable INTEGER NOT NULL,
    bytes BLOB NOT NULL
) STRICT;
CREATE INDEX derived_weighed_stamp ON derived_weighed (stamp);
CREATE INDEX derived_weighed_reviewed ON derived_weighed (contact) WHERE reviewed = 1;
CREATE INDEX derived_weighed_notable ON derived_weighed (contact) WHERE notable = 1;

-- What one thread adds to each month of the owner's own account. A thread is twice the number
-- of a conversation, or twice the number of an interaction without one, and one.
CREATE TABLE derived_thread (
    thread INTEGER NOT NULL,
    -- Months since the year 0.
    month INTEGER NOT NULL,
    asks_in INTEGER NOT NULL,
    gives_in INTEGER NOT NULL,
    asks_out INTEGER NOT NULL,
    gives_out INTEGER NOT NULL,
    -- Conversations opened by others, and those that the owner answered.
    starts_in INTEGER NOT NULL,
    answered_in INTEGER NOT NULL,
    -- Conversations opened by the owner, and those that ask.
    starts_out INTEGER NOT NULL,
    asking_out INTEGER NOT NULL,
    PRIMARY KEY (thread, month)
) STRICT, WITHOUT ROWID;

-- The sums of all threads.
CREATE TABLE derived_month (
    month INTEGER PRIMARY KEY,
    threads INTEGER NOT NULL,
    asks_in INTEGER NOT NULL,
    gives_in INTEGER NOT NULL,
    asks_out INTEGER NOT NULL,
    gives_out INTEGER NOT NULL,
    starts_in INTEGER NOT NULL,
    answered_in INTEGER NOT NULL,
    starts_out INTEGER NOT NULL,
    asking_out INTEGER NOT NULL
) STRICT;

-- What is to be weighed anew.
CREATE TABLE derived_stale_contact (contact INTEGER PRIMARY KEY) STRICT;
-- Threads whose part is to be counted anew.
CREATE TABLE derived_stale_thread (thread INTEGER PRIMARY KEY) STRICT;

INSERT INTO derived_stale_contact (contact) SELECT contact FROM derived_contact;
INSERT OR IGNORE INTO derived_stale_thread (thread)
SELECT coalesce(conversation * 2, id * 2 + 1) FROM interaction WHERE removed = 0;
