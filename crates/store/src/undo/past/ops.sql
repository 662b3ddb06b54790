-- The first fields that a batch wrote, each with what it held before the batch and after it.
SELECT first.kind, first.uid, first.field, first.old, last.new
FROM (
    SELECT min(id) AS first_id, max(id) AS last_id
    FROM op WHERE batch = ?1
    GROUP BY uid, field
    ORDER BY first_id
    LIMIT ?2
) AS span
JOIN op AS first ON first.id = span.first_id
JOIN op AS last ON last.id = span.last_id
ORDER BY span.first_id;
