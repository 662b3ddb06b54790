SELECT merged.uid
FROM contact AS kept
JOIN derived_alias ON derived_alias.kept_rowid = kept.id
JOIN contact AS merged ON merged.id = derived_alias.merged_rowid
JOIN alias ON alias.merged = merged.uid AND alias.removed = 0
WHERE kept.uid = ?1
ORDER BY alias.uid DESC;
