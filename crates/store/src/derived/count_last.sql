-- The last of it: one step into the ordered rows for each contact.
UPDATE derived_contact
SET (last_at, last_offset, last_direction) = (
    SELECT passed.at, interaction.offset_minutes, passed.direction
    FROM derived_passed AS passed
    CROSS JOIN interaction ON interaction.id = passed.interaction
    WHERE passed.contact = derived_contact.contact
    ORDER BY passed.at DESC, passed.interaction DESC
    LIMIT 1
)
WHERE contact IN (SELECT contact FROM temp.counted);
