-- Nobody weighs those any more who are read as somebody else.
DELETE FROM derived_weighed WHERE contact IN (
    SELECT touched.id FROM temp.touched_alias AS touched
    CROSS JOIN derived_alias AS alias ON alias.merged_rowid = touched.id
);
