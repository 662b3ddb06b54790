-- What the owner's corrections teach the engine that judges acts.

-- Whether it may be learnt from. The owner can have it forgotten; the correction itself stands.
ALTER TABLE correction ADD COLUMN learnt INTEGER NOT NULL DEFAULT 1;

-- By which state of learning it was judged (0: without), and whether that says something else
-- than the engine alone.
ALTER TABLE derived_judged ADD COLUMN lean INTEGER NOT NULL DEFAULT 0;
ALTER TABLE derived_judged ADD COLUMN swayed INTEGER NOT NULL DEFAULT 0;
CREATE INDEX derived_judged_swayed ON derived_judged (interaction) WHERE swayed = 1;
