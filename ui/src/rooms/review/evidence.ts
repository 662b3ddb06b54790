/** Which sentences of a message are shown behind a number, and how much of a long one. */
import type { Act, Message } from './sheet';

type Span = readonly [number, number];

export interface Excerpt {
  text: string;
  marks: Span[];
  /** How far the marks were moved. */
  shift: number;
  /** Something was left away. */
  cut: boolean;
}

const WHOLE = 700;
const AROUND = 280;
const NEAR = 40;

/** So many are opened at once, the newest. */
export const MOST = 100;

const wanted: Record<string, readonly string[]> = {
  asks_in: ['ask'],
  asks_out: ['ask'],
  asking: ['ask'],
  gives_in: ['give'],
  gives_out: ['give'],
  gives: ['give'],
};

/** Whether an act is of the kind that the number counts. */
export const counts = (act: Act, which: string): boolean =>
  (wanted[which] ?? ['ask', 'give']).includes(act.kind);

/** The acts to show: what the number counts, and what the owner corrected, so that it stays. */
export const shownActs = (message: Message, which: string): Act[] =>
  message.acts.filter((act) => counts(act, which) || act.corrected);

/** The words that made an act so. */
export const cuesOf = (message: Message, act: Act): Span[] =>
  message.cues[message.acts.indexOf(act)] ?? [];

/** Places moved along with the text they lie in; those that were cut away go. */
export const shifted = (spans: readonly Span[], { text, shift }: Excerpt): Span[] =>
  spans
    .map(([start, end]) => [start + shift, end + shift] as const)
    .filter(([start, end]) => start >= 0 && end <= text.length);

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
  if (whole || text.length <= WHOLE) return { text, marks: [...marks], shift: 0, cut: false };
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
    shift,
    cut: from > 0 || to < text.length,
  };
}
