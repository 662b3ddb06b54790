/**
 * The one door to Rust: everything the owner can do, one deed each. The desk is handed down by
 * context, so that rooms and their tests can be given another one.
 *
 * Absent: Tauri (see `tauri.ts`), words for trouble (see `words/trouble.ts`) and any rule.
 */
import { getContext, setContext } from 'svelte';
import type { Answering } from './answering';
import type { commands } from './bindings';

export { untouched } from './touched';
export { Troubled, type Trouble } from './troubled';
export type { ContactRow as Suggested, Done, TouchedView as Touched, Undone } from './bindings';

/** Every command of Rust by its name, answering or throwing `Troubled`. */
export type Desk = Answering<typeof commands>;

export const DESK = Symbol('desk');

/** Hands the desk to everything below the calling component. */
export function setDesk(desk: Desk): Desk {
  return setContext(DESK, desk);
}

/** The desk; call it while a component is being made. */
export function getDesk(): Desk {
  return getContext<Desk>(DESK);
}
