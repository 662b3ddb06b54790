SELECT identity.kind, identity.value, head.uid
FROM contact AS part
CROSS JOIN identity ON identity.contact = part.uid
LEFT JOIN derived_alias ON derived_alias.merged_rowid = part.id
CROSS JOIN contact AS head ON head.id = coalesce(derived_alias.kept_rowid, part.id)
WHERE identity.removed = 0 AND head.removed = 0
ORDER BY head.id;
