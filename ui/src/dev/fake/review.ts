/** Stands in for Rust in the room "Review": invented people only. */
import type { Desk } from '../../bridge/desk';

export const review: Partial<Desk> = {};
