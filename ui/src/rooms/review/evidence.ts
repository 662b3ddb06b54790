/** Which sentences of a message are shown behind a number, and how much of a long one. */
import type { Act, Message } from './sheet';

type Span = readonly [number, number];

export interface Excerpt {
  text: string;
  marks: Span[];
  /** Something was left away. */
  cut: boolean;
}

const WHOLE = 700;
const AROUND = 280;
const NEAR = 40;

const wanted: Record<string, readonly string[]> = {
  asks_in: ['ask'],
  asks_out: ['ask'],
  gives_in: ['give'],
  gives_out: ['give'],
};

/** Whether an act is of the kind that the number counts. */
export const counts = (act: Act, which: string): boolean =>
  (wanted[which] ?? ['ask', 'give']).includes(act.kind);

/** The acts to show: what the number counts, and what the owner corrected, so that it stays. */
export const shownActs = (message: Message, which: string): Act[] =>
  message.acts.filter((act) => counts(act, which) || act.corrected);

/** An act without a sentence of its own speaks of the whole message. */
export const sentenceOf = (act: Act): Act['span'] | null =>
  act.span[1] > act.span[0] ? act.span : null;

const isLow = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

/** A place between words near `at`, never inside a sign of two units. */
function gap(text: string, at: number): number {
  const space = text.slice(at, at + NEAR).search(/\s/);
  if (space >= 0) return at + space;
  return isLow(text.charCodeAt(at)) ? at + 1 : at;
}

/** A long text cut to what stands around the marks. */
export function excerpt(text: string, marks: readonly Span[], whole = false): Excerpt {
  if (whole || text.length <= WHOLE) return { text, marks: [...marks], cut: false };
  const starts = marks.map(([start]) => start);
  const ends = marks.map(([, end]) => end);
  const first = marks.length > 0 ? Math.min(...starts) : 0;
  const last = marks.length > 0 ? Math.max(...ends) : AROUND;
  const from = first > AROUND ? gap(text, first - AROUND) : 0;
  const to = Math.min(text.length, gap(text, Math.min(text.length, last + AROUND)));
  const before = from > 0 ? '… ' : '';
  const body = text.slice(from, to);
  const lead = body.length - body.trimStart().length;
  const shift = before.length - from - lead;
  return {
    text: `${before}${body.trim()}${to < text.length ? ' …' : ''}`,
    marks: marks.map(([start, end]) => [start + shift, end + shift] as const),
    cut: from > 0 || to < text.length,
  };
}
