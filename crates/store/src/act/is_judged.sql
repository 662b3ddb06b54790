SELECT 1 FROM derived_judged WHERE interaction = ?1;
