/** Stands in for Rust in the room "Contacts": invented people only. */
import type { ContactsDeeds } from '../../bridge/deeds/contacts';

export const contacts: ContactsDeeds = {};
