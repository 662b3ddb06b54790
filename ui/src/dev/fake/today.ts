/** Stands in for Rust in the room "Today": invented people only. */
import type { TodayDeeds } from '../../bridge/deeds/today';

export const today: TodayDeeds = {};
