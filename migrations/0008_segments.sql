-- The words of interactions lie in segments, each a full-text table of its own
-- (`derived_search_0`, `derived_search_1`, …) for so many rows after one another: what it costs
-- to index a message, or to find the newest ones, does not grow with the history. They are made
-- as they are needed.
DROP TABLE derived_search;

-- The segments there are.
CREATE TABLE derived_segment (
    -- The interactions' row numbers without their lowest bits.
    id INTEGER PRIMARY KEY,
    -- Nothing in it is later.
    newest_at INTEGER NOT NULL
) STRICT;

-- Interactions whose words are in no segment yet: an import leaves them behind, so that what
-- it brings is there before it can be searched.
CREATE TABLE derived_unindexed (
    interaction INTEGER PRIMARY KEY
) STRICT;
INSERT INTO derived_unindexed (interaction) SELECT id FROM interaction WHERE removed = 0;
