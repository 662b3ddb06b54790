/** Stands in for Rust in the room "Compose": invented people only. */
import type { Desk } from '../../bridge/desk';

export const compose: Partial<Desk> = {};
