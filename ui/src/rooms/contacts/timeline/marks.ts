/** A text cut at the sentences that ask or give. Offsets are UTF-16, as Rust tells them. */
import type { Act } from '../views';

export interface Mark {
  start: number;
  text: string;
  act: Act;
}

export interface Plain {
  start: number;
  text: string;
  act: null;
}

/** The first of two that overlap is marked; what reaches beyond the text is left out. */
export function marked(text: string, acts: readonly Act[]): (Mark | Plain)[] {
  const told = acts
    .filter(({ kind, span: [from, to] }) => shows(kind) && from < to && to <= text.length)
    .toSorted((a, b) => a.span[0] - b.span[0]);
  const parts: (Mark | Plain)[] = [];
  let end = 0;
  const plain = (to: number): void => {
    if (to > end) parts.push({ start: end, text: text.slice(end, to), act: null });
  };
  for (const act of told) {
    const [from, to] = act.span;
    if (from < end) continue;
    plain(from);
    parts.push({ start: from, text: text.slice(from, to), act });
    end = to;
  }
  plain(text.length);
  return parts;
}

const shows = (kind: string): boolean => kind === 'ask' || kind === 'give';
