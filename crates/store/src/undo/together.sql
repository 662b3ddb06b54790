SELECT * FROM batch
WHERE id = ?1
   OR (import = ?2 AND undone = 0 AND (undoes IS NOT NULL) = ?3
       -- Bringing back what was brought back already is no taking back.
       AND (undoes IS NULL OR (SELECT target.undoes IS NULL FROM batch AS target WHERE target.id = batch.undoes)))
ORDER BY id DESC;
