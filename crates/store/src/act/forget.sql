DELETE FROM derived_act WHERE interaction = ?1;
