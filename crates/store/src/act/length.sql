SELECT text_bytes FROM interaction_text WHERE interaction = ?1;
