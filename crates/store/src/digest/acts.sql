SELECT kind, from_byte, to_byte, certainty
FROM derived_act
WHERE interaction = ?1
ORDER BY place;
