SELECT kind, value FROM owner_fact WHERE removed = 0 ORDER BY place, uid;
