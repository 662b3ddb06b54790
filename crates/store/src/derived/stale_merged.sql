DELETE FROM derived_stale_contact WHERE contact IN (
    SELECT touched.id FROM temp.touched_alias AS touched
    CROSS JOIN derived_alias AS alias ON alias.merged_rowid = touched.id
);
