/**
 * Two texts laid side by side: cuts one of them into what both say and what differs. UTF-16
 * throughout, as Rust says it. For the eye alone: what is the same was found by the check.
 */
type Place = readonly [number, number];

/** A stretch of both texts; a place is empty where that text has nothing of the kind. */
export interface Run {
  draft: Place;
  earlier: Place;
  kind: 'same' | 'slot';
}

export type Side = 'draft' | 'earlier';

/** A piece of one text, and what stands in its place in the other. */
export interface Part {
  text: string;
  kind: 'plain' | 'same' | 'slot';
  other: string;
}

const OTHER = { draft: 'earlier', earlier: 'draft' } as const;

/** Whether nothing is said between two runs: a space, a full stop. */
const silent = (text: string): boolean => !/[\p{L}\p{N}]/u.test(text);

/** One side, cut at the borders of the runs. Runs that outran the text are cut or dropped. */
export function parts(texts: Record<Side, string>, runs: readonly Run[], side: Side): Part[] {
  const text = texts[side];
  const inOrder = [...runs].sort((a, b) => a[side][0] - b[side][0] || a[side][1] - b[side][1]);
  const cut: Part[] = [];
  let at = 0;
  for (const run of inOrder) {
    const start = Math.max(at, run[side][0]);
    const end = Math.min(text.length, run[side][1]);
    if (start > end || (start === end && run.kind === 'same')) continue;
    if (start > at) cut.push({ text: text.slice(at, start), kind: 'plain', other: '' });
    const other = texts[OTHER[side]].slice(...run[OTHER[side]]);
    cut.push({ text: text.slice(start, end), kind: run.kind, other });
    at = end;
  }
  if (at < text.length) cut.push({ text: text.slice(at), kind: 'plain', other: '' });
  return joined(cut);
}

/** Passages that follow one another without a word between become one. */
function joined(cut: readonly Part[]): Part[] {
  const whole: Part[] = [];
  for (const part of cut) {
    const [before, last] = [whole.at(-2), whole.at(-1)];
    const bridged = last?.kind === 'plain' && silent(last.text) && before?.kind === 'same';
    if (part.kind === 'same' && last?.kind === 'same') last.text += part.text;
    else if (part.kind === 'same' && bridged) {
      before.text += last.text + part.text;
      whole.pop();
    } else whole.push({ ...part });
  }
  return whole;
}

/** How many passages of a text stand in the other too, and in how many places the two differ. */
export function counts(cut: readonly Part[]): { same: number; slots: number } {
  const of = (kind: Part['kind']): number => cut.filter((part) => part.kind === kind).length;
  return { same: of('same'), slots: of('slot') };
}
