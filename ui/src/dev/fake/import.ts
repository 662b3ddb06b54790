/** Stands in for Rust in the room "Import": invented people only. */
import type { Desk } from '../../bridge/desk';

export const importing: Partial<Desk> = {};
