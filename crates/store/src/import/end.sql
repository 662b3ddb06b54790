UPDATE import
SET contacts_new = ?2, contacts_updated = ?3, interactions_new = ?4, interactions_same = ?5,
    notes_new = ?6, unsure = ?7, finished = ?8
WHERE id = ?1;
