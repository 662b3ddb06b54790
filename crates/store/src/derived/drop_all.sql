DELETE FROM derived_passed;
DELETE FROM derived_contact;
DELETE FROM derived_unindexed;
DELETE FROM derived_weighed;
DELETE FROM derived_thread;
DELETE FROM derived_month;
DELETE FROM derived_stale_contact;
DELETE FROM derived_stale_thread;
INSERT INTO derived_search_note (derived_search_note) VALUES ('delete-all');
-- What the engine judged only its owner can make again: verdicts on what is gone go.
DELETE FROM derived_act WHERE interaction NOT IN (SELECT id FROM interaction);
DELETE FROM derived_judged WHERE interaction NOT IN (SELECT id FROM interaction);
DELETE FROM derived_sketch WHERE interaction NOT IN (SELECT id FROM interaction);
