SELECT octet_length(text) FROM interaction_text WHERE interaction = ?1;
