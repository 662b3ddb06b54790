SELECT uid, name, place FROM grouping
WHERE removed = 0
ORDER BY name, uid;
