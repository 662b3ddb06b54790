-- Those into whom somebody is merged and who are merged into nobody.
SELECT DISTINCT kept FROM alias
WHERE removed = 0
  AND kept NOT IN (SELECT merged FROM alias WHERE removed = 0);
