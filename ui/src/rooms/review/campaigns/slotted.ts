/** Cuts a template at its slots, which come in its order. UTF-16, as Rust says it. */
import type { Slot } from './kinds';

export interface Piece {
  text: string;
  /** Which slot it is; undefined where all messages say the same. */
  slot?: number;
}

/** Slots beyond the text, or over one another, are cut; the text stays whole. */
export function slotted(text: string, slots: readonly Slot[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  slots.forEach(({ span: [from, to] }, slot) => {
    const start = Math.min(Math.max(at, from), text.length);
    const end = Math.min(Math.max(start, to), text.length);
    if (start > at) pieces.push({ text: text.slice(at, start) });
    pieces.push({ text: text.slice(start, end), slot });
    at = end;
  });
  if (at < text.length) pieces.push({ text: text.slice(at) });
  return pieces;
}
