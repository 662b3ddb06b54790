-- Who last wrote each field; the op that made the row (its field is `removed`) wrote them all.
SELECT field, cause, made IS NOT NULL FROM op WHERE uid = ?1 ORDER BY id;
