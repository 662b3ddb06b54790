SELECT count(*) FROM derived_line AS line
