/** Stands in for Rust in the room "Import": invented people only. */
import type { ImportDeeds } from '../../bridge/deeds/import';

export const importing: ImportDeeds = {};
