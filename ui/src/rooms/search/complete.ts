/**
 * What could be meant by the word that is being typed: a key, a channel, a year or month, or (by
 * the desk) somebody's name. Nothing is offered where nothing was begun.
 */
import type { IconName } from '../../kit/icons';
import { search as words } from '../../words/search';
import { CHANNELS } from './channels';
import type { Person } from './finds';
import { ACTS, bare, keyed, KEYS, piecesOf, type Piece } from './narrow';

export interface Offer {
  /** What is put in the place of the piece; one that ends in a colon wants to go on. */
  text: string;
  title: string;
  detail: string;
  icon?: IconName;
  /** It is somebody, and shown so. */
  person?: boolean;
}

export interface Completion {
  piece: Piece;
  offers: readonly Offer[];
  /** Somebody's name is begun: who is meant, the desk knows. */
  name: { key: string; begun: string } | null;
}

const YEARS = 5;
const MONTHS = 6;
const NAMES = 6;

function keyOffers(typed: string, narrows: boolean): Offer[] {
  const begins = (word: string): boolean => word.startsWith(typed.toLowerCase());
  return [
    ...KEYS.filter(begins).map((key) => ({
      text: `${key}:`,
      title: `${key}:`,
      detail: words.typed(key),
    })),
    ...(narrows ? ACTS : [])
      .filter((act) => begins(act) && act !== typed)
      .map((act) => ({ text: act, title: act, detail: words.typed(act) })),
  ];
}

function channelOffers(begun: string): Offer[] {
  const typed = begun.toLowerCase();
  return CHANNELS.filter(
    (one) => one.typed !== typed && (one.typed.startsWith(typed) || one.channel.startsWith(typed)),
  ).map((one) => ({
    text: `in:${one.typed}`,
    title: one.typed,
    detail: words.channel(one.channel),
    icon: one.icon,
  }));
}

/** So many months as they are typed, from one of them backwards. */
const monthsBack = (year: number, index: number, count: number): string[] =>
  Array.from({ length: count }, (_, i) => {
    const when = new Date(year, index - i, 1);
    return `${when.getFullYear()}-${String(when.getMonth() + 1).padStart(2, '0')}`;
  });

function momentOffers(key: string, begun: string, now: Date): Offer[] {
  const [year, month] = [now.getFullYear(), now.getMonth()];
  const years = Array.from({ length: YEARS }, (_, i) => String(year - i));
  const asked = /^\d{4}/.test(begun) ? Number(begun.slice(0, 4)) : undefined;
  const months =
    asked === undefined
      ? monthsBack(year, month, MONTHS)
      : asked === year
        ? monthsBack(year, month, month + 1)
        : monthsBack(asked, 11, asked < year ? 12 : 0);
  return [...years, ...months]
    .filter((value) => value.startsWith(begun) && value !== begun)
    .map((value) => ({
      text: `${key}:${value}`,
      title: value,
      detail: value.length > 4 ? words.moment(value) : '',
    }));
}

/** What may follow at the caret, or null where nothing is begun. */
export function completionOf(query: string, caret: number, now: Date): Completion | null {
  const pieces = piecesOf(query);
  const piece = pieces.find(({ start, end }) => start < caret && caret <= end);
  if (!piece) return null;
  const typed = query.slice(piece.start, caret);
  const pair = keyed(typed);
  if (!pair) {
    const narrows = pieces.some((other) => other !== piece && keyed(other.text));
    return { piece, offers: keyOffers(typed, narrows), name: null };
  }
  const begun = bare(pair.value);
  const { key } = pair;
  switch (key) {
    case 'act':
      return null;
    case 'in':
      return { piece, offers: channelOffers(begun), name: null };
    case 'before':
    case 'after':
      return { piece, offers: momentOffers(key, begun, now), name: null };
    default:
      // A name whose quotes are closed is complete.
      return /^".*"$/.test(pair.value) || !begun
        ? null
        : { piece, offers: [], name: { key, begun } };
  }
}

/** Every key, for a field in which nothing stands yet. */
export function allKeys(query: string): Completion {
  const at = query.length;
  return { piece: { start: at, end: at, text: '' }, offers: keyOffers('', false), name: null };
}

/** Names that were found, as they are put behind their key. */
export function nameOffers(key: string, people: readonly Person[]): Offer[] {
  return people.slice(0, NAMES).map(({ name, title, organisation }) => {
    const plain = name.replaceAll('"', '');
    return {
      text: `${key}:${/\s/.test(plain) ? `"${plain}"` : plain}`,
      title: name,
      detail: [title, organisation].filter(Boolean).join(', '),
      person: true,
    };
  });
}

/** The query with an offer taken, and where the caret stands then. */
export function taking(query: string, { start, end }: Piece, { text }: Offer) {
  const rest = query.slice(end);
  const goesOn = text.endsWith(':');
  const gap = goesOn || /^\s/.test(rest) ? '' : ' ';
  return {
    query: query.slice(0, start) + text + gap + rest,
    caret: start + text.length + (goesOn ? 0 : 1),
  };
}
