-- By what a mailbox is known when it comes again, perhaps longer: how far it was read, the hash
-- of that part, which reader read it, how much it brought, and the import whose part it goes on
-- from. No hash: it is read anew.
ALTER TABLE import_file ADD COLUMN length INTEGER NOT NULL DEFAULT 0;
ALTER TABLE import_file ADD COLUMN content BLOB;
ALTER TABLE import_file ADD COLUMN reader INTEGER NOT NULL DEFAULT 0;
ALTER TABLE import_file ADD COLUMN brought INTEGER NOT NULL DEFAULT 0;
ALTER TABLE import_file ADD COLUMN goes_on_from INTEGER REFERENCES import (id);
