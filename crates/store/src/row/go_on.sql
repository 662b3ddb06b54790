-- Goes on with the last op of the field, where that too came of typing and of nothing that
-- could be undone.
UPDATE op SET new = ?3, clock = ?4
WHERE id = (SELECT max(id) FROM op WHERE uid = ?1 AND field = ?2)
  AND batch <> ?5
  AND old IS NOT NULL
  AND (SELECT undoable = 0 AND undoes IS NULL FROM batch WHERE batch.id = op.batch);
