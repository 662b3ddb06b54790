/** Stands in for Rust in the room "Settings": invented people only. */
import type { Desk } from '../../bridge/desk';

export const settings: Partial<Desk> = {};
