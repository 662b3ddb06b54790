SELECT bytes FROM derived_weighed
WHERE contact = ?1 AND stamp = ?2
  AND NOT EXISTS (SELECT 1 FROM derived_stale_contact AS stale WHERE stale.contact = ?1);
