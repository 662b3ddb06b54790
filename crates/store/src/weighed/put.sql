INSERT OR REPLACE INTO derived_weighed (contact, stamp, reviewed, notable, bytes)
VALUES (?1, ?2, ?3, ?4, ?5);
