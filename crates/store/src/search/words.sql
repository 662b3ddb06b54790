SELECT subject, text FROM interaction_text WHERE interaction = ?1;
