-- What was taken away comes back as it is told now; its people may be other rows by now.
UPDATE interaction
SET kind = :kind, channel = :channel, direction = :direction, at = :at,
    offset_minutes = :offset, conversation = :conversation, is_reply = :is_reply,
    automated = :automated, source = :source, native_id = :native_id,
    import = (SELECT id FROM import WHERE uid = :import), batch = :batch, removed = 0
WHERE uid = :uid
RETURNING id;
