SELECT path FROM import_file WHERE import = ?1 ORDER BY place;
