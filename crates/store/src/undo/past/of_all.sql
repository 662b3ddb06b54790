-- What the owner did and may take back, the last first; an import as the last of its batches.
SELECT batch.*,
       (SELECT back.uid FROM batch AS back
        WHERE back.undoes = batch.id AND back.undone = 0
        ORDER BY back.id DESC LIMIT 1) AS taken_back_by
FROM batch
WHERE batch.undoes IS NULL AND batch.undoable = 1 AND batch.at >= :since
  AND (:before IS NULL OR batch.id < (SELECT id FROM batch WHERE uid = :before))
  AND (:contact IS NULL)
  AND (NOT :only_removals OR (batch.undone = 0 AND batch.deed IN (
      'delete-contact', 'remove-interaction', 'remove-note', 'remove-promise', 'remove-draft')))
  AND (batch.import IS NULL OR NOT EXISTS (
      SELECT 1 FROM batch AS later
      WHERE later.import = batch.import AND later.undoes IS NULL AND later.id > batch.id))
ORDER BY batch.id DESC
LIMIT :most;
