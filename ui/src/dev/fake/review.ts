/** Stands in for Rust in the room "Review": invented people only. */
import type { ReviewDeeds } from '../../bridge/deeds/review';

export const review: ReviewDeeds = {};
