-- Words of interactions are packed, and sources are packed against them.

-- The words of an interaction.
CREATE TABLE interaction_packed (
    interaction INTEGER PRIMARY KEY REFERENCES interaction (id),
    subject TEXT NOT NULL,
    -- How many bytes of the words are the text, then the quoted history, then the signature.
    text_bytes INTEGER NOT NULL,
    quoted_bytes INTEGER NOT NULL,
    signature_bytes INTEGER NOT NULL,
    -- All three, deflated; where that did not make them fewer bytes, as they are.
    words BLOB NOT NULL
) STRICT;
INSERT INTO interaction_packed
SELECT interaction, subject, octet_length(text), octet_length(quoted), octet_length(signature),
       CAST(text || quoted || signature AS BLOB)
FROM interaction_text;
DROP TABLE interaction_text;
ALTER TABLE interaction_packed RENAME TO interaction_text;

-- What the source was packed against: 0 nothing, 1 what mails usually say, then its words.
ALTER TABLE interaction_source ADD COLUMN against INTEGER NOT NULL DEFAULT 0;
