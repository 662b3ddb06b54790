SELECT tag.word, count(DISTINCT head.id)
FROM tag
CROSS JOIN contact AS part ON part.uid = tag.contact
LEFT JOIN derived_alias ON derived_alias.merged_rowid = part.id
CROSS JOIN contact AS head ON head.id = coalesce(derived_alias.kept_rowid, part.id)
WHERE tag.removed = 0 AND head.removed = 0
GROUP BY tag.word
ORDER BY tag.word;
