SELECT EXISTS (SELECT 1 FROM note WHERE contact = ?1 AND removed = 0)
    OR EXISTS (SELECT 1 FROM promise WHERE contact = ?1 AND removed = 0)
    OR EXISTS (SELECT 1 FROM group_member WHERE contact = ?1 AND removed = 0)
    OR EXISTS (SELECT 1 FROM identity WHERE contact = ?1 AND removed = 0)
    OR EXISTS (SELECT 1 FROM position WHERE contact = ?1 AND removed = 0)
    OR EXISTS (SELECT 1 FROM dated_day WHERE contact = ?1 AND removed = 0)
    OR EXISTS (SELECT 1 FROM tag WHERE contact = ?1 AND removed = 0)
    OR EXISTS (SELECT 1 FROM alias WHERE (merged = ?1 OR kept = ?1) AND removed = 0)
    OR EXISTS (
        SELECT 1
        FROM contact
        JOIN participant ON participant.contact = contact.id
        JOIN interaction ON interaction.id = participant.interaction
        WHERE contact.uid = ?1 AND interaction.removed = 0
    );
