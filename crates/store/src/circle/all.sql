SELECT uid, name, cadence_days FROM circle
WHERE removed = 0
ORDER BY cadence_days, name, uid;
