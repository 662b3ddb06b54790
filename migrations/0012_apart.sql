-- Two contacts of whom the owner has said that they are two people, however alike they are.
CREATE TABLE apart (
    uid     BLOB    PRIMARY KEY,
    removed INTEGER NOT NULL DEFAULT 0,
    one     BLOB    NOT NULL REFERENCES contact (uid),
    other   BLOB    NOT NULL REFERENCES contact (uid)
) STRICT, WITHOUT ROWID;
