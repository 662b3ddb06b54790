UPDATE import_file
SET length = ?3, content = ?4, reader = ?5, brought = ?6,
    goes_on_from = (SELECT id FROM import WHERE uid = ?7)
WHERE import = ?1 AND place = ?2;
