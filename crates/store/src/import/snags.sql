SELECT file, line, why FROM snag WHERE import = ?1 ORDER BY id;
