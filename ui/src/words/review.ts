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

const said = (text: string, which: string, count: number): Said => ({ text, which, count });

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
    'Somebody stands here when they opened at least three conversations, each of them with a request, gave nothing in all that time, and answered nothing that you wrote to them first. One friendly line, one favour or one answer is enough to be left alone. You are held to the same measure, and first. A request is a sentence whose writer would be disappointed by silence; sentences are recognised in English, and where one is read wrongly your word counts for ever: open a number and say what the sentence is.',
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
  acts: {
    ask: 'A request',
    give: 'Something given',
    inform: 'A notice',
    social: 'Small talk',
  } as Record<string, string>,
  unjudged: 'Nothing special',
  sentenceIs: (now: string) => `${now}: say what this sentence is`,
  messageIs: (now: string) => `${now}: say what this message is`,
  corrected: 'said by you',
  correctedNow: (kind: string) => `Kept as: ${kind.toLowerCase()}`,
} as const;
