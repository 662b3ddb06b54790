SELECT id, uid, begun_at, begun_offset, contacts_new, contacts_updated, interactions_new,
       interactions_same, notes_new, unsure,
       (SELECT count(*) FROM snag WHERE snag.import = import.id),
       finished,
       -- Taken back: it changed something, and none of that stands.
       EXISTS (SELECT 1 FROM batch WHERE batch.import = import.uid AND batch.undoes IS NULL)
       AND NOT EXISTS (SELECT 1 FROM batch WHERE batch.import = import.uid
                       AND batch.undoes IS NULL AND batch.undone = 0)
FROM import
ORDER BY id DESC;
