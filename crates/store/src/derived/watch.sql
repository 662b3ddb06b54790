-- Temporary tables and triggers of the writing connection: whatever path a change takes
-- (a deed, an undo, a merge), they remember which rows it touched, and `settle` follows up.
CREATE TEMP TABLE IF NOT EXISTS touched_interaction (
    id INTEGER PRIMARY KEY,
    -- Added in this transaction and not touched since: counted by adding, not anew.
    fresh INTEGER NOT NULL,
    -- Its moment before this transaction, under which its words are found.
    was_at INTEGER NOT NULL
);
CREATE TEMP TABLE IF NOT EXISTS touched_alias (id INTEGER PRIMARY KEY);
-- What was judged or corrected.
CREATE TEMP TABLE IF NOT EXISTS touched_acts (id INTEGER PRIMARY KEY);
-- Contacts whose being reviewed changed.
CREATE TEMP TABLE IF NOT EXISTS touched_flags (id INTEGER PRIMARY KEY);
CREATE TEMP TABLE IF NOT EXISTS touched_note (id INTEGER PRIMARY KEY);
CREATE TEMP TABLE IF NOT EXISTS counted (contact INTEGER PRIMARY KEY, anew INTEGER NOT NULL);

CREATE TEMP TRIGGER IF NOT EXISTS interaction_added AFTER INSERT ON main.interaction BEGIN
    INSERT INTO touched_interaction (id, fresh, was_at) VALUES (new.id, 1, new.at)
    ON CONFLICT (id) DO NOTHING;
END;
CREATE TEMP TRIGGER IF NOT EXISTS interaction_changed AFTER UPDATE ON main.interaction BEGIN
    INSERT INTO touched_interaction (id, fresh, was_at) VALUES (new.id, 0, old.at)
    ON CONFLICT (id) DO UPDATE SET fresh = 0;
END;

CREATE TEMP TRIGGER IF NOT EXISTS merge_added AFTER INSERT ON main.derived_alias BEGIN
    INSERT OR IGNORE INTO touched_alias VALUES (new.merged_rowid), (new.kept_rowid);
END;
CREATE TEMP TRIGGER IF NOT EXISTS merge_changed AFTER UPDATE ON main.derived_alias BEGIN
    INSERT OR IGNORE INTO touched_alias
    VALUES (old.merged_rowid), (old.kept_rowid), (new.merged_rowid), (new.kept_rowid);
END;
CREATE TEMP TRIGGER IF NOT EXISTS merge_removed AFTER DELETE ON main.derived_alias BEGIN
    INSERT OR IGNORE INTO touched_alias VALUES (old.merged_rowid), (old.kept_rowid);
END;

CREATE TEMP TRIGGER IF NOT EXISTS note_added AFTER INSERT ON main.note BEGIN
    INSERT OR IGNORE INTO touched_note VALUES (new.id);
END;
CREATE TEMP TRIGGER IF NOT EXISTS note_changed AFTER UPDATE ON main.note BEGIN
    INSERT OR IGNORE INTO touched_note VALUES (new.id);
END;

-- What is judged for the first time was added with it.
CREATE TEMP TRIGGER IF NOT EXISTS judged_changed AFTER UPDATE OF asks, gives ON main.derived_judged
BEGIN
    INSERT INTO touched_acts VALUES (new.interaction) ON CONFLICT (id) DO NOTHING;
END;
CREATE TEMP TRIGGER IF NOT EXISTS review_changed
AFTER UPDATE OF removed, automated, left_out_of_review ON main.contact
WHEN new.removed <> old.removed OR new.automated <> old.automated
     OR new.left_out_of_review <> old.left_out_of_review BEGIN
    INSERT INTO touched_flags VALUES (new.id) ON CONFLICT (id) DO NOTHING;
END;
