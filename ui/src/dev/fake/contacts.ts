/** Stands in for Rust in the room "Contacts": invented people only. */
import type { Desk } from '../../bridge/desk';

export const contacts: Partial<Desk> = {};
