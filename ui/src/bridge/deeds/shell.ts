/** What the window itself asks, in whatever room the owner is, and what every deed answers. */

/** What a deed changed. */
export interface Touched {
  /** These contacts. */
  contacts: string[];
  interactions: boolean;
  notes: boolean;
  promises: boolean;
  drafts: boolean;
  circles: boolean;
  imports: boolean;
  settings: boolean;
  owner: boolean;
}

/** A deed done. */
export interface Done<T> {
  value: T;
  /** The deed's word: `edit-contact`. */
  deed: string;
  touched: Touched;
  /** Whether Undo can take it back. */
  undoable: boolean;
}

/** A deed that was taken back, or done again. */
export interface Undone {
  deed: string;
  touched: Touched;
}

/** Somebody who may be meant; more of it is the contacts' affair. */
export interface Suggested {
  id: string;
  name: string;
  organisation: string;
  title: string;
}

export interface ShellDeeds {
  /** Takes back the last deed; null where there is none. */
  undo(): Promise<Undone | null>;
  /** Does again what was taken back last. */
  redo(): Promise<Undone | null>;
  /** People by the beginning of a word of their name, organisation or address, likeliest first. */
  suggestContacts(query: string): Promise<Suggested[]>;
}
