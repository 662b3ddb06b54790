/** What the window itself asks, in whatever room the owner is. */

/** Somebody who may be meant. */
export interface Suggestion {
  id: string;
  /** The name as shown. */
  title: string;
  /** Organisation and title, or an address: enough to tell two of one name apart. */
  detail?: string;
  /** Address of a photo inside the window, never a remote one. */
  photo?: string;
}

/** What a deed changed: `contacts`, `drafts`, `contact:ID` … Rooms re-ask only that. */
export type Touched = string;

/** A deed that was taken back. */
export interface Undone {
  /** The deed in the owner's words: "Delete Ada King". */
  deed: string;
  touched: Touched[];
}

export interface ShellDeeds {
  /** Takes back the last deed; null where there is none. */
  undo(): Promise<Undone | null>;
  /** The first frame is drawn: the window may be shown. */
  windowReady(): Promise<void>;
  /** People by the beginning of a word of their name, organisation or address, likeliest first. */
  suggestContacts(query: string): Promise<Suggestion[]>;
}
