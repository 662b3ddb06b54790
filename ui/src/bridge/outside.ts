/**
 * What lies outside the page but is no deed: news from Rust, files dropped on the window, the
 * system's own dialogs, the browser and the mail program. Handed down by context like the desk.
 */
import { getContext, setContext } from 'svelte';
import type { ImportProgress, TouchedView as Touched } from './bindings';

export type { ImportProgress };

/** Stops a subscription. */
export type Off = () => void;

/** What is happening to files held over the window. */
export type Drop = { kind: 'over' } | { kind: 'left' } | { kind: 'dropped'; paths: string[] };

/** One kind of file in a dialog. */
export interface FileKind {
  name: string;
  /** Endings without the dot. */
  extensions: string[];
}

export interface Outside {
  /** Something was changed by an import, another window or the terminal. */
  onTouched(hear: (touched: Touched) => void): Promise<Off>;
  onImportProgress(hear: (progress: ImportProgress) => void): Promise<Off>;
  onDrop(hear: (drop: Drop) => void): Promise<Off>;
  /** The system's open dialog; empty when the owner thought better of it. */
  chooseFiles(title: string, kinds?: FileKind[]): Promise<string[]>;
  chooseFolder(title: string): Promise<string | null>;
  /** The system's save dialog. */
  choosePlace(title: string, proposed: string, kinds?: FileKind[]): Promise<string | null>;
  /** Opens a page in the browser, or a `mailto:` in the mail program. */
  openLink(url: string): Promise<void>;
  /** Shows a file in the system's file manager. */
  showFile(path: string): Promise<void>;
  copy(text: string): Promise<void>;
}

export const OUTSIDE = Symbol('outside');

export function setOutside(outside: Outside): Outside {
  return setContext(OUTSIDE, outside);
}

export function getOutside(): Outside {
  return getContext<Outside>(OUTSIDE);
}
