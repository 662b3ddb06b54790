SELECT head.uid
FROM identity
CROSS JOIN contact AS part ON part.uid = identity.contact
LEFT JOIN derived_alias ON derived_alias.merged_rowid = part.id
CROSS JOIN contact AS head ON head.id = coalesce(derived_alias.kept_rowid, part.id)
WHERE identity.value = ?2 AND identity.kind = ?1 AND identity.removed = 0 AND head.removed = 0
ORDER BY head.id
LIMIT 1;
