/** Stands in for Rust in the room "Settings": invented people only. */
import type { SettingsDeeds } from '../../bridge/deeds/settings';

export const settings: SettingsDeeds = {};
