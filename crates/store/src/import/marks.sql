SELECT file.import, import.uid, file.length, file.content, file.reader, file.brought,
       file.goes_on_from,
       import.finished
       -- Not taken back: something of it stands, or it changed nothing.
       AND (NOT EXISTS (SELECT 1 FROM batch WHERE batch.import = import.uid
                        AND batch.undoes IS NULL)
            OR EXISTS (SELECT 1 FROM batch WHERE batch.import = import.uid
                       AND batch.undoes IS NULL AND batch.undone = 0))
FROM import_file AS file
CROSS JOIN import ON import.id = file.import
WHERE file.content IS NOT NULL
ORDER BY file.import, file.place;
