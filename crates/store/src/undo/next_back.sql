-- The last taking back that stands, unless the owner did something new since.
SELECT back.*
FROM batch AS back
JOIN batch AS target ON target.id = back.undoes
WHERE back.undone = 0 AND target.undoes IS NULL AND target.undoable = 1
  AND NOT EXISTS (
      SELECT 1 FROM batch AS deed
      WHERE deed.id > back.id AND deed.undoable = 1 AND deed.undone = 0
  )
ORDER BY back.id DESC
LIMIT 1;
