DELETE FROM derived_contact
WHERE contact IN (SELECT contact FROM temp.counted WHERE anew = 1);
