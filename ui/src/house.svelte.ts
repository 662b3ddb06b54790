/**
 * What all rooms share: where the owner is, what can be taken back, what is said, what can be
 * called by a key, and the light. One house per window, handed down by context (`getHouse`).
 *
 *     const house = getHouse();
 *     house.go('contacts', { contact: id });          // another room, with params
 *     house.params.contact                            // reactive
 *     await house.deed(() => desk.addNote(…));         // said with Undo, rooms woken, trouble told
 *     $effect(() => { house.pulse('contacts'); load(); });   // asks again when contacts were touched
 *     $effect(() => house.offer([{ id, title, keys: ['e'], run }]));  // keys, palette, sheet
 *     house.announce('3 findings');                   // heard by screen readers
 *
 * Absent: anything about people. The house does not know what a contact is.
 */
import { getContext, setContext } from 'svelte';
import { createSubscriber, SvelteMap } from 'svelte/reactivity';
import type { Desk, Done, Touched, Undone } from './bridge/desk';
import { pulsing, type Pulsing } from './bridge/touched';
import type { Action } from './kit/keys';
import { Toasts } from './kit/toasts.svelte';
import { doneWords, redoneWords, undoneWords } from './words/deeds';
import { shell } from './words/shell';
import { wordsForTrouble } from './words/trouble';

export const ROOMS = [
  'today',
  'contacts',
  'compose',
  'review',
  'search',
  'import',
  'settings',
] as const;
export type RoomName = (typeof ROOMS)[number];
/** What a room is opened with: ids and short words; of what was typed, only what is searched. */
export type Params = Readonly<Record<string, string | undefined>>;
export type Theme = 'system' | 'light' | 'dark';

interface Place {
  room: RoomName;
  params: Params;
}

const THEME = 'theme';
const LONGEST = 100;

/** Counts how often something was touched, and wakes the effects that read it. */
class Pulse {
  #beats = 0;
  #wake: (() => void) | undefined;
  #watch = createSubscriber((wake) => {
    this.#wake = wake;
    return () => (this.#wake = undefined);
  });

  get beats(): number {
    this.#watch();
    return this.#beats;
  }

  beat(): void {
    this.#beats++;
    this.#wake?.();
  }
}

export class House {
  readonly toasts = new Toasts();
  theme = $state<Theme>('system');
  paletteOpen = $state(false);
  shortcutsOpen = $state(false);
  /** A page outside that the owner is about to open; the window shows where it leads first. */
  leaving = $state<string>();
  /** A look at all that is kept found damage that cannot be made anew. */
  damaged = $state(false);
  /** What was last announced; the live region shows it to screen readers. */
  spoken = $state('');
  /** Paths of files dropped on the window, until the import room takes them. */
  brought = $state.raw<readonly string[]>([]);

  #trail = $state.raw<Place[]>([{ room: 'today', params: {} }]);
  #at = $state(0);
  #pulses = new Map<Pulsing, Pulse>();
  #offers = new SvelteMap<symbol, readonly Action[]>();

  constructor(readonly desk: Pick<Desk, 'undo' | 'redo'>) {
    this.setTheme(keptTheme());
  }

  // Where the owner is.

  get #place(): Place {
    return this.#trail[this.#at] ?? { room: 'today', params: {} };
  }

  get room(): RoomName {
    return this.#place.room;
  }

  get params(): Params {
    return this.#place.params;
  }

  /** Goes to a room. The same place twice is one step in the history. */
  go(room: RoomName, params: Params = {}): void {
    const here = this.#place;
    if (here.room === room && sameParams(here.params, params)) return;
    this.#trail = [...this.#trail.slice(0, this.#at + 1), { room, params }].slice(-LONGEST);
    this.#at = this.#trail.length - 1;
  }

  /** Changes the params of this room without a step in the history: the row that is chosen. */
  amend(params: Params): void {
    const { room } = this.#place;
    this.#trail = this.#trail.with(this.#at, { room, params: { ...this.params, ...params } });
  }

  get canGoBack(): boolean {
    return this.#at > 0;
  }

  get canGoForward(): boolean {
    return this.#at < this.#trail.length - 1;
  }

  back(): void {
    if (this.canGoBack) this.#at--;
  }

  forward(): void {
    if (this.canGoForward) this.#at++;
  }

  // What is done, and taken back.

  /**
   * Does a deed, says so with Undo where it can be taken back, wakes whoever shows what it
   * touched, and tells a trouble if there is one. Answers the deed's value, or undefined after a
   * trouble. `said` outranks the deed's own words; an empty one says nothing.
   */
  async deed<T>(act: () => Promise<Done<T>>, said?: string): Promise<T | undefined> {
    try {
      const done = await act();
      const title = said ?? doneWords(done.deed);
      const undo = done.undoable ? () => void this.undo() : undefined;
      if (title) this.toasts.show({ tone: 'plain', title, undo });
      this.touch(done.touched);
      return done.value;
    } catch (thrown) {
      this.tell(thrown);
      return undefined;
    }
  }

  /** Takes back the last deed. */
  async undo(): Promise<void> {
    await this.turn(() => this.desk.undo(), undoneWords, shell.nothingToUndo);
  }

  /** Does again what was taken back. */
  async redo(): Promise<void> {
    await this.turn(() => this.desk.redo(), redoneWords, shell.nothingToRedo);
  }

  /** Takes back, or does again, whatever `act` turns; says it in `words`, or `none` where nothing was left. */
  async turn(
    act: () => Promise<Undone | null>,
    words: (deed: string) => string,
    none: string,
  ): Promise<void> {
    try {
      const turned = await act();
      this.toasts.dismissUndo();
      this.toasts.show({ tone: 'plain', title: turned ? words(turned.deed) : none });
      if (turned) this.touch(turned.touched);
    } catch (thrown) {
      this.tell(thrown);
    }
  }

  /** Says what went wrong. */
  tell(thrown: unknown): void {
    const { title, advice } = wordsForTrouble(thrown);
    this.toasts.show({ tone: 'stop', title, detail: advice });
  }

  /** Says something to those who listen. The same words twice are heard twice. */
  announce(words: string): void {
    this.spoken = this.spoken === words ? `${words}\u00a0` : words;
  }

  // What changed.

  /** Reads the pulse of something kept: an effect that does so runs again when it is touched. */
  pulse(...kinds: Pulsing[]): number {
    return kinds.reduce((sum, kind) => sum + this.#pulse(kind).beats, 0);
  }

  /** Something was changed: whoever reads its pulse asks again. */
  touch(touched: Touched): void {
    for (const kind of pulsing(touched)) this.#pulse(kind).beat();
  }

  /** Everything may be another: the store itself was changed for another one. */
  touchAll(): void {
    for (const pulse of this.#pulses.values()) pulse.beat();
  }

  #pulse(kind: Pulsing): Pulse {
    const pulse = this.#pulses.get(kind) ?? new Pulse();
    this.#pulses.set(kind, pulse);
    return pulse;
  }

  // What is brought in from outside.

  /** Files were dropped on the window, wherever the owner is: they lead to the import. */
  bring(paths: readonly string[]): void {
    if (paths.length === 0) return;
    this.brought = [...this.brought, ...paths];
    this.go('import');
  }

  /** What was dropped since it was last taken. */
  takeBrought(): readonly string[] {
    const paths = this.brought;
    if (paths.length > 0) this.brought = [];
    return paths;
  }

  // What can be called.

  /** Offers actions for as long as the caller is there; answers the way to withdraw them. */
  offer(actions: readonly Action[]): () => void {
    const offer = Symbol('offer');
    this.#offers.set(offer, actions);
    return () => void this.#offers.delete(offer);
  }

  get actions(): Action[] {
    return [...this.#offers.values()].flat();
  }

  // The light.

  setTheme(theme: Theme): void {
    this.theme = theme;
    if (theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    try {
      localStorage.setItem(THEME, theme);
    } catch {
      // A window without storage forgets the choice; nothing else depends on it.
    }
  }
}

function keptTheme(): Theme {
  try {
    const kept = localStorage.getItem(THEME);
    return kept === 'light' || kept === 'dark' ? kept : 'system';
  } catch {
    return 'system';
  }
}

function sameParams(a: Params, b: Params): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => a[key] === b[key]);
}

export const HOUSE = Symbol('house');

export function setHouse(house: House): House {
  return setContext(HOUSE, house);
}

export function getHouse(): House {
  return getContext<House>(HOUSE);
}
