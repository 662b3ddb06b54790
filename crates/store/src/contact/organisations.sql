SELECT organisation, count(*)
FROM derived_line
WHERE organisation <> ''
GROUP BY organisation
ORDER BY organisation;
