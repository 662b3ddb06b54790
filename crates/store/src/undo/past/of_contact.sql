-- What the owner did to one contact, the last first: to them, to what hangs on them, to whoever
-- was merged into them, and to what passed with them.
WITH part (id, uid) AS (
    SELECT contact.id, contact.uid FROM contact WHERE contact.uid = :contact
    UNION
    SELECT contact.id, contact.uid
    FROM contact AS head
    JOIN derived_alias ON derived_alias.kept_rowid = head.id
    JOIN contact ON contact.id = derived_alias.merged_rowid
    WHERE head.uid = :contact
),
named (uid) AS (
    SELECT uid FROM part
    UNION ALL SELECT identity.uid FROM part JOIN identity ON identity.contact = part.uid
    UNION ALL SELECT position.uid FROM part JOIN position ON position.contact = part.uid
    UNION ALL SELECT dated_day.uid FROM part JOIN dated_day ON dated_day.contact = part.uid
    UNION ALL SELECT tag.uid FROM part JOIN tag ON tag.contact = part.uid
    UNION ALL SELECT note.uid FROM part JOIN note ON note.contact = part.uid
    UNION ALL SELECT promise.uid FROM part JOIN promise ON promise.contact = part.uid
    UNION ALL SELECT group_member.uid FROM part JOIN group_member ON group_member.contact = part.uid
    UNION ALL SELECT alias.uid FROM part JOIN alias ON alias.kept = part.uid
    UNION ALL SELECT alias.uid FROM part JOIN alias ON alias.merged = part.uid
    UNION ALL SELECT apart.uid FROM apart WHERE apart.one IN (SELECT uid FROM part)
    UNION ALL SELECT apart.uid FROM apart WHERE apart.other IN (SELECT uid FROM part)
),
about (batch) AS (
    SELECT op.batch FROM named JOIN op ON op.uid = named.uid
    -- What was logged bears its batch; what was marked or removed is named by the log.
    UNION
    SELECT interaction.batch
    FROM batch
    JOIN interaction ON interaction.batch = batch.id
    JOIN participant ON participant.interaction = interaction.id
    WHERE batch.at >= :since AND batch.deed IN ('log-interaction', 'mark-sent')
      AND participant.contact IN (SELECT id FROM part)
    UNION
    SELECT op.batch
    FROM batch
    JOIN op ON op.batch = batch.id
    JOIN interaction ON interaction.uid = op.uid
    JOIN participant ON participant.interaction = interaction.id
    WHERE batch.at >= :since
      AND batch.deed IN ('mark-interaction', 'remove-interaction', 'mean-campaign')
      AND participant.contact IN (SELECT id FROM part)
)
SELECT batch.*,
       (SELECT back.uid FROM batch AS back
        WHERE back.undoes = batch.id AND back.undone = 0
        ORDER BY back.id DESC LIMIT 1) AS taken_back_by
FROM about
JOIN batch ON batch.id = about.batch
WHERE batch.undoes IS NULL AND batch.undoable = 1 AND batch.at >= :since
  AND (:before IS NULL OR batch.id < (SELECT id FROM batch WHERE uid = :before))
  AND (NOT :only_removals OR (batch.undone = 0 AND batch.deed IN (
      'delete-contact', 'remove-interaction', 'remove-note', 'remove-promise', 'remove-draft')))
ORDER BY batch.id DESC
LIMIT :most;
