INSERT INTO interaction (uid, kind, channel, direction, at, offset_minutes, conversation,
                         is_reply, automated, source, native_id, import, batch)
VALUES (:uid, :kind, :channel, :direction, :at, :offset, :conversation,
        :is_reply, :automated, :source, :native_id,
        (SELECT id FROM import WHERE uid = :import), :batch)
RETURNING id;
