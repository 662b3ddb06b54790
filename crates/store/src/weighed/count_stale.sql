SELECT (
           SELECT count(*) FROM (
               SELECT contact FROM derived_stale_contact
               UNION
               SELECT contact FROM derived_weighed WHERE stamp < ?1
               UNION
               SELECT contact FROM derived_weighed WHERE stamp > ?1
           )
       ),
       (SELECT count(*) FROM derived_stale_thread);
