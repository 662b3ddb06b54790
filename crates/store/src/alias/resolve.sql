SELECT kept.uid
FROM contact AS merged
JOIN derived_alias ON derived_alias.merged_rowid = merged.id
JOIN contact AS kept ON kept.id = derived_alias.kept_rowid
WHERE merged.uid = ?1;
