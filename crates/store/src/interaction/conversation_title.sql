SELECT title FROM conversation WHERE uid = ?1;
