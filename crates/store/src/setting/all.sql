SELECT key, value FROM setting WHERE removed = 0 ORDER BY key;
