//! What the journeys share: invented people, fixture files, a store in a temporary folder.
