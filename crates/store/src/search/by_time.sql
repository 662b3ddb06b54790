-- Each direction in the order of its index; the three are merged, not sorted.
SELECT id, at FROM interaction INDEXED BY interaction_when
WHERE direction = 'in' AND removed = 0 AND at < ?1
UNION ALL
SELECT id, at FROM interaction INDEXED BY interaction_when
WHERE direction = 'out' AND removed = 0 AND at < ?1
UNION ALL
SELECT id, at FROM interaction INDEXED BY interaction_when
WHERE direction = 'between' AND removed = 0 AND at < ?1
ORDER BY at DESC;
