/** Invented people who only write when they want something, and one to whom the owner does so. */
import type { Desk } from '../../bridge/desk';

type Sheet = Awaited<ReturnType<Desk['review']>>;
type Row = Sheet['one_sided'][number];
type Message = Awaited<ReturnType<Desk['reviewEvidence']>>[number];

export interface Asker {
  id: string;
  name: string;
  organisation: string;
  /** Who asks. */
  side: 'in' | 'out';
  /** What they wrote: before, the asking sentence, after. */
  sentences: readonly (readonly [string, string, string])[];
  /** Other numbers: gives the other way, first letters the other way, answered. */
  back: number;
}

export const viktor: Asker = {
  id: 'viktor',
  name: 'Viktor Halvorsen',
  organisation: 'Brightreach Growth Partners',
  side: 'in',
  back: 2,
  sentences: [
    [
      'Hello again, I hope the summer treats you well! ',
      'Could you introduce me to the people who run the programme at Fjord Labs?',
      ' It would mean a lot to us this quarter.',
    ],
    [
      'Hi, a quick one. ',
      'Would you share our launch post with your network tomorrow morning?',
      '',
    ],
    [
      '',
      'Do you have twenty minutes for a call about our new tier?',
      ' I promise to be brief.\n\nViktor',
    ],
    [
      'It has been a while. ',
      'Can you forward this to whoever decides about tools in your team?',
      '',
    ],
    ['Dear friend, ', 'may I list you as a reference for the tender?', ''],
  ],
};

export const askers: Asker[] = [
  viktor,
  {
    id: 'petra',
    name: 'Petra Solis',
    organisation: '',
    side: 'in',
    back: 1,
    sentences: [
      ['Hey! ', 'Could you look over my application before Friday?', ' You write so well.'],
      ['One more favour: ', 'would you put in a word for me with Bea?', ''],
      ['', 'Can I borrow your slides on interviewing?', ' The whole deck if possible.'],
    ],
  },
  {
    id: 'quentin',
    name: 'Quentin Abara',
    organisation: 'Conference Circle',
    side: 'in',
    back: 0,
    sentences: [
      ['', 'Will you speak at our spring meeting for free?', ' The exposure is considerable.'],
      ['', 'Could you send the invitation on to ten colleagues?', ''],
      ['', 'Would you review six papers by the end of the month?', ''],
      ['', 'Can you chair the panel on Thursday instead of Ruth?', ''],
    ],
  },
  {
    id: 'yara',
    name: 'Yara Nilsen',
    organisation: 'Nilsen & Daughters',
    side: 'out',
    back: 0,
    sentences: [
      ['', 'Could you check the contract once more before I sign it?', ''],
      ['', 'Would you tell me what you think of the new offer?', ''],
      ['Sorry to bother you again. ', 'Can you recommend an accountant?', ''],
    ],
  },
];

const day = (n: number): string => new Date(Date.now() - n * 86_400_000).toISOString();

export function message(asker: Asker, i: number): Message {
  const [before, sentence, after] = asker.sentences[i] ?? ['', '', ''];
  return {
    id: `${asker.id}-${i}`,
    kind: 'message',
    channel: i % 2 ? 'linkedin' : 'email',
    direction: asker.side,
    at: day(40 + i * 130),
    offset_minutes: 60,
    subject: i % 2 ? '' : 'A small favour',
    text: before + sentence + after,
    quoted: '',
    signature: '',
    conversation: `talk-${asker.id}-${i}`,
    with: [{ id: asker.id, name: asker.name }],
    is_reply: false,
    acts: [
      {
        kind: 'ask',
        span: [before.length, before.length + sentence.length],
        certainty: 0.9,
        corrected: false,
      },
    ],
    cues: [[[before.length, before.length + sentence.indexOf(' ', 7)]]],
  };
}

const month = (at: string): string => at.slice(0, 7);
const empty = { asks_in: 0, gives_in: 0, asks_out: 0, gives_out: 0 };

export function rowOf(asker: Asker): Row {
  const wrote = asker.sentences.map((_, i) => message(asker, i));
  const asks = wrote.length;
  const theirs = asker.side === 'in';
  const numbers = {
    asks_in: theirs ? asks : 0,
    gives_in: 0,
    asks_out: theirs ? 0 : asks,
    gives_out: theirs ? asker.back : 0,
  };
  const months = wrote.map(({ at }) => ({
    ...empty,
    month: month(at),
    [theirs ? 'asks_in' : 'asks_out']: 1,
  }));
  if (asker.back > 0 && theirs)
    months.push({ ...empty, month: month(day(300)), gives_out: asker.back });
  return {
    contact: { id: asker.id, name: asker.name },
    organisation: asker.organisation,
    ...numbers,
    asking_starts_in: theirs ? asks : 0,
    asking_starts_out: theirs ? 0 : asks,
    at_least_in: theirs ? asks / (asks + 1.64) : 0,
    at_least_out: theirs ? 0 : asks / (asks + 1.64),
    balance: {
      received: theirs ? asks : 0,
      sent: theirs ? asker.back : asks,
      ...numbers,
      starts_in: theirs ? asks : 0,
      starts_out: theirs ? asker.back : asks,
      answered_by_them: 0,
      answered_by_owner: theirs ? Math.min(2, asks) : 0,
      their_hours: null,
      owners_hours: null,
      in_words: '',
    },
    quotes: wrote.slice(0, 2).map((one) => ({
      interaction: one.id,
      at: one.at,
      text: one.text.slice(...(one.acts[0]?.span ?? [0, 0])),
    })),
    months: months.sort((a, b) => a.month.localeCompare(b.month)),
  };
}

/** Three years of everybody, gentle waves. */
export function mirrorMonths(): Sheet['mirror']['months'] {
  const wave = (i: number, n: number): number =>
    Math.max(0, Math.round(2.4 + 2.2 * Math.sin(i / n)));
  return Array.from({ length: 36 }, (_, i) => ({
    month: month(day((35 - i) * 30.44)),
    asks_in: wave(i + 5, 2.3),
    gives_in: wave(i, 4.1),
    asks_out: wave(i + 3, 3.2),
    gives_out: wave(i + 9, 5),
  }));
}
