-- Whose counters change, and whether by adding or anew.
INSERT INTO temp.counted (contact, anew)
SELECT coalesce(alias.kept_rowid, participant.contact), max(touched.fresh = 0)
FROM temp.touched_interaction AS touched
CROSS JOIN participant ON participant.interaction = touched.id
LEFT JOIN derived_alias AS alias ON alias.merged_rowid = participant.contact
GROUP BY 1
UNION ALL
SELECT id, 1 FROM temp.touched_alias
WHERE true
ON CONFLICT (contact) DO UPDATE SET anew = max(anew, excluded.anew);
