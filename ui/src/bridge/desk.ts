/**
 * The one door to Rust: everything the owner can do, one deed each. The desk is handed down by
 * context, so that rooms and their tests can be given another one.
 *
 * Absent: Tauri (see `tauri.ts`), words for trouble (see `words/trouble.ts`) and any rule.
 */
import { getContext, setContext } from 'svelte';
import type { ComposeDeeds } from './deeds/compose';
import type { ContactsDeeds } from './deeds/contacts';
import type { ImportDeeds } from './deeds/import';
import type { ReviewDeeds } from './deeds/review';
import type { SettingsDeeds } from './deeds/settings';
import type { ShellDeeds } from './deeds/shell';
import type { TodayDeeds } from './deeds/today';

export { Troubled, type Trouble } from './troubled';
export type { Done, Suggested, Touched, Undone } from './deeds/shell';
export { untouched, type Pulsing } from './touched';

export interface Desk
  extends
    ShellDeeds,
    TodayDeeds,
    ContactsDeeds,
    ComposeDeeds,
    ReviewDeeds,
    ImportDeeds,
    SettingsDeeds {}

export const DESK = Symbol('desk');

/** Hands the desk to everything below the calling component. */
export function setDesk(desk: Desk): Desk {
  return setContext(DESK, desk);
}

/** The desk; call it while a component is being made. */
export function getDesk(): Desk {
  return getContext<Desk>(DESK);
}
