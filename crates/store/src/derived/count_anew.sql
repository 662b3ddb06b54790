INSERT INTO derived_contact (contact, interactions, received, sent, last_at, last_direction)
SELECT counted.contact, count(*), sum(passed.direction = 'in'), sum(passed.direction = 'out'),
       0, ''
FROM temp.counted AS counted
CROSS JOIN derived_passed AS passed ON passed.contact = counted.contact
WHERE counted.anew = 1
GROUP BY counted.contact;
