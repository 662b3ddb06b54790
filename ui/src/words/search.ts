/** The words of the room "Search". */
import { dateFormat } from '../kit/formats';
import { begin, counted } from './numbers';
import { timelineWords } from './contacts';

/** "2025", "June 2025", "14 June 2025". */
const moment = (value: string): string => {
  const [year = '', month, day] = value.split('-');
  if (!month) return year;
  const when = new Date(Number(year), Number(month) - 1, Number(day ?? 1));
  const asked: Intl.DateTimeFormatOptions = { month: 'long', year: 'numeric' };
  if (day) asked.day = 'numeric';
  return dateFormat('en-GB', asked).format(when);
};

const channel = (word: string): string => timelineWords.channels[word] ?? word;

const narrowed: Record<string, (value: string) => string> = {
  from: (value) => `From ${value}`,
  to: (value) => `To ${value}`,
  with: (value) => `With ${value}`,
  in: channel,
  before: (value) => `Before ${moment(value)}`,
  after: (value) => `Since ${moment(value)}`,
  act: (value) => (value === 'asks' ? 'Asks' : 'Gives'),
  without: (value) => `Without “${value}”`,
};

const typed: Record<string, string> = {
  from: 'what they wrote',
  to: 'what you wrote to them',
  with: 'what passed either way',
  in: 'by what it passed',
  before: 'until a year, month or day',
  after: 'from a year, month or day on',
  asks: 'only where something is asked',
  gives: 'only where something is given',
};

/** "12 finds with four people". */
function sum({ finds, people, contacts, notes }: Counts): string {
  const parts = [
    contacts > 0 && counted(contacts, 'contact', 'contacts'),
    notes > 0 && counted(notes, 'note', 'notes'),
    finds > 0 &&
      `${counted(finds, 'message or meeting', 'messages and meetings')} with ${counted(people, 'person', 'people')}`,
  ].filter((part) => part !== false);
  return parts.length > 0 ? begin(parts.join(', ')) : 'Nothing found';
}

export interface Counts {
  finds: number;
  people: number;
  contacts: number;
  notes: number;
}

export const search = {
  title: 'Search',
  field: 'Search everything',
  place: 'Words, “a phrase”, from:name, in:mail …',
  clear: 'Clear the search',
  toField: 'To the search field',
  toFieldTyping: 'To the search field, while typing too',
  next: 'Next find',
  before: 'Find before',
  suggestions: 'What can be completed',
  filters: 'Narrowed by',
  narrowed: (kind: string, value: string) => (narrowed[kind] ?? String)(value),
  removed: (what: string) => `No longer: ${what}`,
  typed: (key: string) => typed[key] ?? '',
  channel,
  moment,
  sum,
  results: 'What was found',

  people: 'Contacts',
  showAll: (count: number) => `Show all ${count}`,
  notes: 'Notes',
  passed: 'What passed',
  nobody: 'With nobody known',
  finds: (count: number) => counted(count, 'find', 'finds'),
  talkBy: (by: string) => `${channel(by)} conversation`,
  directions: timelineWords.directions,
  noText: timelineWords.noText,
  most: (count: number) =>
    `These are the newest ${count}. One more word, or a name, shows what lies beneath.`,

  beginTitle: 'Search all that passed',
  beginText:
    'People, your notes, and the words of every message and meeting. The beginning of a word is enough; accents and capitals make no difference.',
  examples: 'For example',
  example: (year: number) =>
    [
      [`meeting after:${year}`, `The word, since ${year}`],
      ['asks in:linkedin', 'Whatever asks for something on LinkedIn'],
      ['"thank you" -invoice in:mail', 'A phrase in mail, but no invoice'],
    ] as const,
  narrow: 'What narrows',
  ways: [
    ['from:ada', 'what they wrote; to: what you wrote to them; with: either way'],
    ['in:linkedin', 'by mail, linkedin, chat, phone, sms, video, group or in-person'],
    ['before:2025-06', 'a year, a month or a day; after: from then on'],
    ['asks, gives', 'beside one of these: only what asks, or gives'],
    ['"a phrase"', 'these words in this order'],
    ['-word', 'not where this word stands'],
  ] as const,

  noneTitle: 'Nothing found',
  noneText: (words: string) =>
    words ? `Nothing has “${words}” in it.` : 'Nothing passed that way.',
  noneNarrowed: (words: string) =>
    words
      ? `Nothing has “${words}” in it, narrowed like this:`
      : 'Nothing passed that is like this:',
  noneAdvice: 'Fewer words find more, and the beginning of the last one is enough.',
  takeAway: (what: string) => `Take away: ${what}`,
  takeAll: 'Take all of it away',
} as const;
