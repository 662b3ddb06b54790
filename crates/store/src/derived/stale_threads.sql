-- Threads that were touched, and those of contacts who are read as somebody else now, or are
-- reviewed no more, or again.
INSERT OR IGNORE INTO derived_stale_thread (thread)
SELECT coalesce(interaction.conversation * 2, interaction.id * 2 + 1)
FROM (
    SELECT id FROM temp.touched_interaction
    UNION ALL
    SELECT id FROM temp.touched_acts
    UNION ALL
    SELECT passed.interaction FROM temp.touched_alias AS touched
    CROSS JOIN derived_passed AS passed ON passed.contact = touched.id
    UNION ALL
    SELECT passed.interaction FROM temp.touched_flags AS touched
    CROSS JOIN derived_passed AS passed ON passed.contact = touched.id
) AS touched
CROSS JOIN interaction ON interaction.id = touched.id;
