SELECT removed, batch FROM interaction WHERE uid = ?1;
