/**
 * A search as it is typed, taken apart as Rust does: `from:ada`, `in:linkedin`, `before:2025-06`,
 * `asks` narrow it; a key with a value that means nothing stays a word. Nothing is found here:
 * it only says what was understood, and where it stands.
 */
import { channelOf } from './channels';

export const KEYS = ['from', 'to', 'with', 'in', 'before', 'after'] as const;
export type Key = (typeof KEYS)[number];
export const ACTS = ['asks', 'gives'] as const;
export type Act = (typeof ACTS)[number];

/** A part of the query between blanks; quotes hold blanks together. */
export interface Piece {
  start: number;
  end: number;
  text: string;
}

/** Something that narrows: a key with its value, an act, or a word that is kept out. */
export interface Filter extends Piece {
  kind: Key | 'act' | 'without';
  value: string;
}

export interface Wanted {
  filters: Filter[];
  /** What is left to look for. */
  words: string;
}

export function piecesOf(query: string): Piece[] {
  return [...query.matchAll(/(?:[^\s"]|"[^"]*(?:"|$))+/g)].map(({ 0: text, index: start }) => ({
    start,
    end: start + text.length,
    text,
  }));
}

/** The key and the value of a piece, where its key is one that narrows. */
export function keyed(text: string): { key: Key | 'act'; value: string } | null {
  const colon = text.indexOf(':');
  const key = text.slice(0, colon).toLowerCase();
  const known = colon > 0 && (key === 'act' || KEYS.some((one) => one === key));
  return known ? { key: key as Key | 'act', value: text.slice(colon + 1) } : null;
}

/** Without the quotes round it. */
export const bare = (value: string): string => value.replace(/^"+|"+$/g, '').trim();

/** Whether a year, a month or a day is meant: 2025, 2025-06, 2025-06-14. */
export function isMoment(value: string): boolean {
  const [, y, m = '1', d = '1'] = /^(\d+)(?:-(\d+))?(?:-(\d+))?$/.exec(value) ?? [];
  const [year, month, day] = [Number(y), Number(m), Number(d)];
  if (!(year >= 1900 && year < 3000)) return false;
  const when = new Date(year, month - 1, day);
  return when.getMonth() === month - 1 && when.getDate() === day;
}

const acts: Record<string, Act> = { asks: 'asks', gives: 'gives', ask: 'asks', give: 'gives' };

/** What a piece with a key narrows, or null where its value means nothing. */
function meaning(key: Key | 'act', raw: string): Pick<Filter, 'kind' | 'value'> | null {
  const value = bare(raw);
  if (key === 'in') {
    const channel = channelOf(value);
    return channel ? { kind: key, value: channel } : null;
  }
  if (key === 'before' || key === 'after') return isMoment(value) ? { kind: key, value } : null;
  if (key === 'act') {
    const act = ['ask', 'give'].includes(value.toLowerCase()) && acts[value.toLowerCase()];
    return act ? { kind: 'act', value: act } : null;
  }
  return { kind: key, value };
}

/** Takes a query apart. */
export function wantedOf(query: string): Wanted {
  const pieces = piecesOf(query);
  // "asks" is a word like any other until something else narrows.
  const narrows = pieces.some((piece) => keyed(piece.text));
  const filters: Filter[] = [];
  const words: string[] = [];
  for (const piece of pieces) {
    const pair = keyed(piece.text);
    const act = ACTS.find((one) => one === piece.text.toLowerCase());
    const taken = pair
      ? meaning(pair.key, pair.value)
      : narrows && act
        ? ({ kind: 'act', value: act } as const)
        : null;
    // A name that is still to be typed narrows nothing yet.
    if (taken?.value) filters.push({ ...piece, ...taken });
    else if (!taken && /^-"?[^"\s-]/.test(piece.text))
      filters.push({ ...piece, kind: 'without', value: bare(piece.text.slice(1)) });
    else if (!taken) words.push(piece.text);
  }
  return { filters, words: words.join(' ') };
}

/**
 * What is asked while the query is typed: a key whose value is not complete yet, at the end, is
 * left out, or everything would vanish until it is.
 */
export function questionOf(query: string): string {
  const last = piecesOf(query).at(-1);
  const pair = last && last.end === query.length ? keyed(last.text) : null;
  if (!last || !pair || meaning(pair.key, pair.value)?.value) return query;
  return query.slice(0, last.start).trimEnd();
}

/** The query without one of its pieces. */
export function without(query: string, { start, end }: Piece): string {
  return `${query.slice(0, start).trimEnd()} ${query.slice(end).trimStart()}`.trim();
}

/** The query without all that narrows it. */
export function widened(query: string): string {
  return wantedOf(query).filters.reduceRight((left, filter) => without(left, filter), query);
}
