/** Stands in for Rust in the room "Today": invented people only. */
import type { Desk } from '../../bridge/desk';

export const today: Partial<Desk> = {};
