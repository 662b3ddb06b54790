SELECT uid FROM contact
WHERE removed = 0 AND id NOT IN (SELECT merged_rowid FROM derived_alias)
ORDER BY id;
