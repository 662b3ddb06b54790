/** The words of the room "Review". No grades: what was asked, given and answered, and how often. */
import { begin, counted, times } from './numbers';

/** One number of a row in words; `which` is what its messages are asked for by. */
export interface Said {
  text: string;
  which: string;
  count: number;
}

const asked = (count: number): string => (count === 0 ? 'asked nothing' : `asked ${times(count)}`);
const gave = (count: number): string => (count === 0 ? 'gave nothing' : `gave ${times(count)}`);

function first(starts: number, who: string, answered: number): string {
  if (starts === 0) return 'never wrote first';
  const wrote = `wrote first ${times(starts)}`;
  if (answered === 0) return `${wrote}, ${who} never answered`;
  if (answered >= starts) return `${wrote}, ${who} always answered`;
  return `${wrote}, ${who} answered ${times(answered)}`;
}

interface Numbers {
  asks_in: number;
  gives_in: number;
  asks_out: number;
  gives_out: number;
  balance: {
    starts_in: number;
    starts_out: number;
    answered_by_them: number;
    answered_by_owner: number;
  };
}

interface Shares {
  asking_starts_in: number;
  asking_starts_out: number;
  at_least_in: number | null;
  at_least_out: number | null;
  balance: { starts_in: number; starts_out: number };
}

/** "5 of 6 conversations they opened ask for something (at least 64 %)". */
function asking(who: string, [asks, all]: readonly [number, number], atLeast: number): string {
  if (all === 0) return '';
  const verb = asks === 1 ? 'asks' : 'ask';
  const sure = `at least ${Math.floor(atLeast * 100)} %`;
  return `${asks} of ${all} conversations ${who} opened ${verb} for something (${sure})`;
}

const kinds: Record<string, string> = {
  ask: 'A request',
  give: 'Something given',
  inform: 'A notice',
  social: 'Small talk',
};

/** "87 % sure, by “could you”". */
function because(
  kind: string,
  corrected: boolean,
  certainty: number | null,
  cues: readonly string[],
): string {
  if (corrected) return 'said by you';
  if (!kind) return '';
  const by = [...new Set(cues)].map((cue) => `“${cue}”`).join(', ');
  const certain = certainty ?? 0;
  const sure = certain >= 1 ? 'by its kind' : `${Math.floor(certain * 100)} % sure`;
  return by ? `${sure}, by ${by}` : sure;
}

const said = (text: string, which: string, count: number): Said => ({ text, which, count });

const percent = (share: number): number => Math.round(share * 100);
const lower = (kind: string): string => (kinds[kind] ?? kind).toLowerCase();

export const review = {
  title: 'Review',
  hint: 'Asks and gives, yours first',
  they: 'They',
  you: 'You',
  inWords: {
    in: ({ asks_in, gives_in, balance }: Numbers): Said[] => [
      said(asked(asks_in), 'asks_in', asks_in),
      said(gave(gives_in), 'gives_in', gives_in),
      said(
        first(balance.starts_in, 'you', balance.answered_by_owner),
        'starts_in',
        balance.starts_in,
      ),
    ],
    out: ({ asks_out, gives_out, balance }: Numbers): Said[] => [
      said(asked(asks_out), 'asks_out', asks_out),
      said(gave(gives_out), 'gives_out', gives_out),
      said(
        first(balance.starts_out, 'they', balance.answered_by_them),
        'starts_out',
        balance.starts_out,
      ),
    ],
  },
  share: {
    in: ({ balance, asking_starts_in, at_least_in }: Shares): string =>
      asking('they', [asking_starts_in, balance.starts_in], at_least_in ?? 0),
    out: ({ balance, asking_starts_out, at_least_out }: Shares): string =>
      asking('you', [asking_starts_out, balance.starts_out], at_least_out ?? 0),
  },
  own: 'You',
  somebody: 'Somebody',
  showOwn: (count: string, what: string) => `${count} ${what}: show the messages`,
  newest: (most: number) => `These are the newest ${most}.`,
  mirror: 'Your own behaviour',
  opened: 'conversations you opened',
  withRequest: 'of them with a request',
  gives: 'times you gave something',
  answered: (of: string) => `answered, of ${of} that others opened`,
  overTime: 'Asks and gives over time, everybody together',
  wanting: 'People you only write to when you want something',
  oneSided: 'People who only write when they want something',
  nobody: 'Nobody here writes only when they want something.',
  nobodyText: (weighed: number) =>
    `${begin(counted(weighed, 'person was', 'people were'))} looked at.`,
  chart: (name: string) => `Asks and gives over time with ${name}`,
  showMessages: (name: string, what: string) => `${what}: show the messages with ${name}`,
  leaveOut: 'Leave out',
  leaveOutName: (name: string) => `Leave out ${name} of the review`,
  leftOut: (name: string) => `${name} is left out of the review`,
  more: (count: number) => `Show ${counted(count, 'more', 'more')}`,
  outTitle: 'Left out by you',
  outText: 'What passes with them is not weighed.',
  takeIn: 'Take back in',
  takeInName: (name: string) => `Take ${name} back into the review`,
  takenIn: (name: string) => `${name} is in the review again`,
  how: 'How this is judged',
  howText:
    'Somebody stands here when they opened at least three conversations, when surely more than six in ten of them ask for something, and when they gave nothing in all that time and answered nothing that you wrote to them first. “At least” is what can be said with 90 % certainty from so few; what is new weighs more than what is old (the settings say how much). One favour or one answer is enough to be left alone, and what is not plain counts against nobody. You are held to the same measure, and first. A request is a sentence whose writer would be disappointed by silence; sentences are recognised in English, and where one is read wrongly your word counts for ever: open a number and say what the sentence is.',
  // What works for the owner.
  works: 'What works for you',
  worksText:
    'How many of the conversations you opened were answered, by sort of message. The line shows where the true share lies with 95 % certainty. What you sent in the last two weeks and is not answered yet is left out.',
  worksNone: 'Nothing to compare yet',
  worksNoneText: (sent: number) =>
    `Here stands what is answered and what is not, once you have opened ten conversations that had two weeks to be answered. So far: ${sent}.`,
  sorts: {
    any: 'All of them',
    short: 'Short, under 50 words',
    medium: 'Medium, 50 to 149 words',
    long: 'Long, 150 words and more',
    asks: 'With a request',
    gives: 'Giving something, asking nothing',
    neither: 'Neither asking nor giving',
    first: 'To somebody new',
    known: 'To somebody you know',
    'about-them': 'Taking up something of theirs',
    'not-about-them': 'Taking up nothing of theirs',
  } as Record<string, string>,
  questions: {
    length: 'How long',
    act: 'What it does',
    contact: 'To whom',
    reference: 'Whether it is about them',
  } as Record<string, string>,
  rate: (answered: number, sent: number) =>
    `${answered.toLocaleString()} of ${sent.toLocaleString()} answered`,
  between: (from: number, to: number) => `between ${percent(from)} and ${percent(to)} %`,
  tooFew: 'too few to say (ten are needed)',
  showSort: (sort: string, what: string) => `${sort}, ${what}: show the messages`,

  // What was learnt.
  learnt: 'What was learnt from you',
  learntText:
    'Your corrections count at once. Where two of them agree, their words also make other sentences read a little differently. Forgetting takes that back; your corrections stay.',
  learntNone: 'Nothing yet. Open a number, and say what a sentence is where it is read wrongly.',
  swayed: (count: number) =>
    count === 0
      ? 'No other message reads differently because of it so far.'
      : `${begin(counted(count, 'message reads', 'messages read'))} differently because of it.`,
  lesson: (readAs: string | null, said: string) =>
    readAs === said
      ? `read as ${lower(said)}, and you agree`
      : `read as ${readAs ? lower(readAs) : 'nothing special'}, you said: ${lower(said)}`,
  lessonAlone: 'Stands alone so far: it changes no other sentence.',
  lessonWords: 'The underlined words now count elsewhere, too.',
  forget: 'Forget',
  forgetThis: (sentence: string) => `Forget what was learnt from: ${sentence}`,
  forgetAll: 'Forget all',
  emptyTitle: 'Nothing to weigh yet',
  emptyText:
    'Once there is some history, here stands what was asked and given in both directions, yours first.',
  emptyAction: 'Bring in your files',
  next: 'Next person',
  before: 'Person before',
  outHere: 'Leave this person out',
  contactHere: 'Open this contact',
  // The sheet of messages behind a number.
  fromThem: (name: string) => `${name} wrote`,
  fromYou: 'You wrote',
  noText: 'Nothing was written with it.',
  whole: 'Show the whole message',
  none: 'No messages are kept behind this number.',
  acts: kinds,
  because,
  unjudged: 'Nothing special',
  sentenceIs: (now: string) => `${now}: say what this sentence is`,
  messageIs: (now: string) => `${now}: say what this message is`,
  correctedNow: (kind: string) => `Kept as: ${kind.toLowerCase()}`,
} as const;
