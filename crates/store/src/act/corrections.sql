SELECT uid, from_byte, to_byte, kind FROM correction
WHERE interaction = ?1 AND removed = 0
ORDER BY from_byte, to_byte;
