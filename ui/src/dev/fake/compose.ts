/** Stands in for Rust in the room "Compose": invented people only. */
import type { ComposeDeeds } from '../../bridge/deeds/compose';

export const compose: ComposeDeeds = {};
