/** Invented recipients for the room "Compose", the same at every start. */
import type { Card } from '../../rooms/compose/kinds';

const DAY = 86_400_000;
export const ago = (days: number): string => new Date(Date.now() - days * DAY).toISOString();
export const day = (days: number): string => ago(-days).slice(0, 10);

const nothing: Card['balance'] = {
  received: 0,
  sent: 0,
  asks_in: 0,
  gives_in: 0,
  asks_out: 0,
  gives_out: 0,
  starts_in: 0,
  starts_out: 0,
  answered_by_them: 0,
  answered_by_owner: 0,
  their_hours: null,
  owners_hours: null,
  in_words: 'Nothing has passed between you yet.',
};

type Last = NonNullable<Card['last']>;

const passed = (id: string, direction: string, days: number, text: string): Last => ({
  id,
  kind: 'message',
  channel: 'email',
  direction,
  at: ago(days),
  offset_minutes: 60,
  subject: '',
  text,
  quoted: '',
  signature: '',
  conversation: `talk-${id}`,
  with: [],
  is_reply: false,
  acts: [],
});

/** Somebody of whom only the name is known. */
export const stranger = (id: string, name: string): Card => ({
  contact: { id, name },
  organisation: '',
  title: '',
  identities: [],
  last: null,
  wrote_last: null,
  unanswered: 0,
  open_question: null,
  open_promises: [],
  promised: null,
  notes: [],
  balance: nothing,
  do_not_contact: false,
  profile_link: null,
});

const mail = (value: string) => ({ kind: 'email', value, shown: value, link: `mailto:${value}` });

const note = (id: string, kind: string, text: string, source: string, days: number) => ({
  id,
  kind,
  text,
  source,
  link: '',
  seen_at: ago(days),
});

const ada: Card = {
  ...stranger('ada', 'Ada King'),
  organisation: 'Analytical Engines',
  title: 'Programmer',
  identities: [mail('ada@example.org')],
  last: passed(
    'm1',
    'in',
    9,
    'It was lovely to see the loom again. I have been turning over what you said about the punched cards, and I think there is a second table in it that nobody has computed.\n\nWould you send me the notes from the reading group before the fourth? I should like to go through them on the train.',
  ),
  wrote_last: 'in',
  open_question: {
    interaction: 'm1',
    at: ago(9),
    text: 'Would you send me the notes from the reading group before the fourth?',
  },
  open_promises: [
    {
      id: 'p1',
      contact: { id: 'ada', name: 'Ada King' },
      kind: 'i-owe',
      text: 'Introduce her to the people at the museum',
      due_on: day(-3),
      overdue: true,
      done: false,
    },
  ],
  promised: {
    interaction: 'm0',
    at: ago(21),
    text: 'I will look for the second volume in the attic.',
  },
  notes: [
    note('n1', 'work', 'Works on a table of Bernoulli numbers.', 'LinkedIn profile', 62),
    note('n2', 'interest', 'Rides, and reads the form book like a novel.', 'Bea', 410),
    note('n3', 'can-offer', 'Knows everybody who restores old machines.', '', 240),
    note('n4', 'avoid', 'No jokes about poets.', 'said so at dinner', 900),
  ],
  balance: {
    ...nothing,
    received: 21,
    sent: 19,
    in_words: 'You opened 7 conversations, 2 with a request; she answered all of them.',
  },
  profile_link: 'https://www.linkedin.com/in/ada-example',
};

const bea: Card = {
  ...stranger('bea', 'Bea Chandra'),
  organisation: 'Northwind',
  title: 'Head of Research',
  identities: [mail('bea@example.com')],
  last: passed('m2', 'out', 40, 'Dear Bea, did you see my note about the survey?'),
  wrote_last: 'out',
  unanswered: 2,
  notes: [note('n5', 'goal', 'Wants to publish the survey before the spring.', 'her talk', 120)],
  balance: {
    ...nothing,
    in_words: 'You opened 3 conversations, each with a request; they answered 1.',
  },
  profile_link: 'https://www.linkedin.com/in/bea-example',
};

const chidi: Card = {
  ...stranger('chidi', 'Chidi Okafor'),
  do_not_contact: true,
  last: { ...passed('m3', 'in', 300, 'Please take me off your list.'), channel: 'linkedin' },
  wrote_last: 'in',
  balance: { ...nothing, in_words: 'You wrote 4 times, they 1.' },
};

const long: Card = {
  ...stranger(
    'p11',
    'Maximiliane-Theodora Wolfeschlegelsteinhausenbergerdorff von Hohenwaldstetten',
  ),
  organisation: 'Brightwaterinstituteforappliedhydrologyandcoastalresearch & Partners',
  title: 'Principal Engineer, Developer Experience and Internal Platforms',
  notes: Array.from({ length: 12 }, (_, i) =>
    note(
      `long${i}`,
      'work',
      `https://example.org/${'averylongaddress'.repeat(6)}/${i}`,
      'web',
      i * 30,
    ),
  ),
  wrote_last: 'in',
  last: passed('m4', 'in', 0, 'Unbreakable'.repeat(60)),
  open_question: { interaction: 'm4', at: ago(0), text: `${'Whywouldanybody'.repeat(14)}?` },
};

export const cards = new Map([ada, bea, chidi, long].map((card) => [card.contact.id, card]));
