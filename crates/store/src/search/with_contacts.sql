SELECT passed.interaction, passed.at
FROM json_each(?1) AS wanted
CROSS JOIN derived_passed AS passed ON passed.contact = wanted.value
WHERE passed.at < ?2 AND passed.own = 1
ORDER BY passed.at DESC, passed.interaction DESC;
