SELECT id FROM conversation WHERE uid = ?1;
