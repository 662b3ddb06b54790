SELECT coalesce(derived_alias.kept_rowid, contact.id)
FROM contact LEFT JOIN derived_alias ON derived_alias.merged_rowid = contact.id
WHERE contact.uid = ?1;
