/**
 * Keys and actions. An action is told once and is then in three places: under its key, in the
 * palette and on the sheet of shortcuts.
 *
 * Keys are written `c`, `/`, `?`, `g t` (one after the other), `mod+k` (Ctrl, or Cmd on a Mac),
 * `alt+left`, `mod+enter`.
 */
import type { IconName } from './icons';

export interface Action {
  id: string;
  title: string;
  /** Ways to call it; the first is the one that is shown. */
  keys?: string[];
  icon?: IconName;
  /** The heading it stands under in the palette and on the sheet. */
  section?: string;
  /** Not in the palette: what only makes sense as a key. */
  keyOnly?: boolean;
  /** Works while typing in a field too. Keys with `mod` or `alt` only. */
  whileTyping?: boolean;
  run: () => void;
}

const NAMES: Record<string, string> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Escape: 'esc',
  ' ': 'space',
};

const SHOWN: Record<string, string> = {
  left: '←',
  right: '→',
  up: '↑',
  down: '↓',
  enter: '↵',
  esc: 'Esc',
  space: 'Space',
  shift: '⇧',
};

export const onMac = (): boolean =>
  typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);

/** The spelling of a pressed key: `mod+k`, `alt+left`, `?`. */
export function spell(event: KeyboardEvent): string {
  const mod = onMac() ? event.metaKey : event.ctrlKey;
  const key = NAMES[event.key] ?? event.key.toLowerCase();
  // Shift is part of a letter or sign already (`?`), and is told only for named keys.
  const shift = event.shiftKey && (key.length > 1 || mod);
  return [mod && 'mod', event.altKey && 'alt', shift && 'shift', key].filter(Boolean).join('+');
}

/** The parts to draw on key caps: `mod+k` is ['Ctrl', 'K'], `g t` is ['G', 'T']. */
export function caps(keys: string): string[] {
  return keys.split(/[ +]/).map((part) => {
    if (part === 'mod') return onMac() ? '⌘' : 'Ctrl';
    if (part === 'alt') return onMac() ? '⌥' : 'Alt';
    return SHOWN[part] ?? part.toUpperCase();
  });
}

/** For `aria-keyshortcuts`; sequences have no spelling there. */
export function ariaKeys(keys: string): string | undefined {
  if (keys.includes(' ')) return undefined;
  const mod = onMac() ? 'Meta' : 'Control';
  return keys
    .split('+')
    .map((part) => (part === 'mod' ? mod : part))
    .join('+');
}

const TYPED = new Set([
  'text',
  'search',
  'email',
  'url',
  'tel',
  'password',
  'number',
  'date',
  'time',
  'datetime-local',
  'month',
  'week',
]);

/** Whether keys now go into a text. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return TYPED.has(target.type);
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    target.isContentEditable
  );
}

/** Listens for single keys and for two after one another. */
export class Keyboard {
  #before = '';
  #forget: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly actions: () => readonly Action[]) {}

  /** Runs what the key calls; answers whether it called anything. */
  press(event: KeyboardEvent): boolean {
    if (event.defaultPrevented || event.isComposing) return false;
    const key = spell(event);
    const typing = isTyping(event.target);
    const sequence = this.#before ? `${this.#before} ${key}` : key;
    this.#rest();
    const action = this.#find(sequence, typing) ?? this.#find(key, typing);
    if (action) {
      event.preventDefault();
      action.run();
      return true;
    }
    if (!typing && this.#begins(key)) this.#await(key);
    return false;
  }

  // The newest first: a room's key outranks the house's.
  #find(keys: string, typing: boolean): Action | undefined {
    return this.actions().findLast(
      (action) => action.keys?.includes(keys) && (!typing || action.whileTyping),
    );
  }

  #begins(key: string): boolean {
    return this.actions().some((action) => action.keys?.some((k) => k.startsWith(`${key} `)));
  }

  #await(key: string): void {
    this.#before = key;
    this.#forget = setTimeout(() => (this.#before = ''), 1200);
  }

  #rest(): void {
    clearTimeout(this.#forget);
    this.#before = '';
  }
}
