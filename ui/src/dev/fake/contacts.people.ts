/** Invented people for the room "Contacts", the same at every start. */
import type { Card, Row } from '../../rooms/contacts/views';

/** Small, seeded, good enough for inventing. */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const given =
  `Ada Bea Chidi Dora Emil Farah Goran Hana Idris Jun Kofi Lena Mateo Nour Ola Priya Quentin
Rosa Sami Tove Uma Vera Wen Ximena Yusuf Zofia Anselm Beatriz Casimir Delphine Ephraim Fenna`.split(
    /\s+/,
  );
const family =
  `King Chandra Okafor Lindqvist Novák Haddad Marić Sato Bello Park Mensah Vogel Ruiz Khalil
Nilsen Raman Dubois Bianchi Aydın Holm Iyer Petrov Zhang Castro Demir Nowak Featherstonehaugh`.split(
    /\s+/,
  );
const places = [
  'Analytical Engines',
  'Northwind',
  'Fjord Labs',
  'Lanterna',
  'Cedar & Co.',
  'Museum of Small Machines',
  'Tidewater Cooperative',
  '',
  'Brightwater Institute for Applied Hydrology and Coastal Research',
  'Kiln',
];
const posts = [
  'Programmer',
  'Head of Research',
  'Founder',
  'Counsel',
  'Editor',
  '',
  'Designer',
  'Principal Engineer, Developer Experience and Internal Platforms',
  'Teacher',
];
const tags = [
  'chess',
  'conference 2025',
  'former colleague',
  'investor',
  'neighbour',
  'open source',
];
const NOW = Date.now();
const DAY = 86_400_000;

const pick = <T>(from: readonly T[], roll: number): T => from[Math.floor(roll * from.length)] as T;
export const ago = (days: number): string => new Date(NOW - days * DAY).toISOString();
export const dayAgo = (days: number): string => ago(days).slice(0, 10);

function person(i: number, roll: () => number): Row {
  const name =
    i === 11
      ? 'Maximiliane-Theodora von und zu Hohenwaldstetten-Czartoryska'
      : `${given[i % given.length]} ${family[(Math.floor(i / given.length) + i * 5) % family.length]}`;
  const silent = roll() < 0.12;
  return {
    id: ['ada', 'bea', 'chidi', 'dora', 'emil', 'farah'][i] ?? `p${i}`,
    name: i === 0 ? 'Ada King' : name,
    organisation: pick(places, roll()),
    title: pick(posts, roll()),
    tags: roll() < 0.3 ? [pick(tags, roll())] : [],
    last_at: silent ? null : ago(Math.floor(roll() ** 2 * 900) + 0.2),
    last_direction: silent ? null : pick(['in', 'out', 'between'], roll()),
    interactions: silent ? 0 : i === 0 ? 140 : Math.floor(roll() * 60) + 1,
  };
}

export function crowd(count: number): Row[] {
  const roll = dice(7);
  const rows = Array.from({ length: count }, (_, i) => person(i, roll));
  const ada = rows[0];
  if (ada) {
    Object.assign(ada, {
      organisation: 'Analytical Engines',
      title: 'Programmer',
      tags: ['chess'],
    });
    Object.assign(ada, { last_at: ago(3.1), last_direction: 'in' });
    if (count > 5000) ada.interactions = 30_000;
  }
  return rows;
}

export const senders: Row[] = ['Weekly Tide', 'no-reply@kiln.example', 'Members’ list'].map(
  (name, i) => ({
    id: `s${i}`,
    name,
    organisation: '',
    title: '',
    tags: [],
    last_at: ago(i * 4 + 1),
    last_direction: 'in',
    interactions: 40 - i,
  }),
);

const bare = (row: Row): Card => ({
  ...row,
  given: row.name.split(' ')[0] ?? '',
  family: row.name.split(' ').slice(1).join(' '),
  nickname: '',
  pronouns: '',
  headline: '',
  location: '',
  how_met: '',
  met_through: null,
  identities: [],
  positions:
    row.organisation || row.title
      ? [{ organisation: row.organisation, title: row.title, from_on: null, to_on: null }]
      : [],
  dates: [],
  circle: null,
  groups: [],
  photo: null,
  do_not_contact: false,
  consent: null,
  left_out_of_review: false,
  automated: row.id.startsWith('s'),
  notes: [],
  promises: [],
  balance: {
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
    in_words: '',
  },
  merged: [],
});

export const circles = [
  { id: 'close', name: 'Close friends', cadence_days: 30 },
  { id: 'craft', name: 'People of the craft', cadence_days: 90 },
];

const mail = (name: string) => {
  const value = `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@example.org`;
  return { kind: 'email', value, shown: value, link: `mailto:${value}` };
};

function ada(row: Row): Card {
  return {
    ...bare(row),
    nickname: 'Countess',
    pronouns: 'she/her',
    headline: 'Writes programs for machines that do not exist yet',
    location: 'London',
    how_met:
      'At the exhibition of calculating engines; she explained the cards to everybody twice.',
    met_through: { id: 'bea', name: 'Bea Chandra' },
    identities: [
      mail('ada king'),
      {
        kind: 'linkedin',
        value: 'ada-king',
        shown: 'linkedin.com/in/ada-king',
        link: 'https://www.linkedin.com/in/ada-king/',
      },
      {
        kind: 'phone',
        value: '+442079460018',
        shown: '+44 20 7946 0018',
        link: 'tel:+442079460018',
      },
      {
        kind: 'handle',
        value: 'matrix/@ada:example.net',
        shown: 'matrix/@ada:example.net',
        link: null,
      },
    ],
    positions: [
      {
        organisation: 'Analytical Engines',
        title: 'Programmer',
        from_on: '2021-03-01',
        to_on: null,
      },
      {
        organisation: 'Museum of Small Machines',
        title: 'Curator',
        from_on: '2016-09-01',
        to_on: '2021-02-28',
      },
    ],
    dates: [
      { label: 'birthday', day: '--12-10' },
      { label: 'first program', day: '2018-10-18' },
    ],
    tags: ['chess', 'open source'],
    circle: circles[0] ?? null,
    groups: ['Bernoulli readers'],
    consent: {
      text: 'Send me the draft whenever it is ready',
      source: 'by mail',
      given_on: '2026-05-02',
    },
    notes: [
      {
        id: 'n1',
        kind: 'interest',
        text: 'Flying machines; has sketches of a steam-driven bird.',
        source: 'her profile',
        link: 'https://www.linkedin.com/in/ada-king/',
        seen_at: ago(21),
      },
      {
        id: 'n2',
        kind: 'would-like',
        text: 'Looks for somebody who can read Menabrea in the original.',
        source: 'our call',
        link: '',
        seen_at: ago(64),
      },
      {
        id: 'n3',
        kind: 'family',
        text: 'Three children; the youngest rides.',
        source: '',
        link: '',
        seen_at: ago(410),
      },
      {
        id: 'n4',
        kind: 'avoid',
        text: 'No jokes about poets.',
        source: 'Bea',
        link: '',
        seen_at: ago(900),
      },
    ],
    promises: [
      {
        id: 'r1',
        contact: { id: 'ada', name: 'Ada King' },
        kind: 'i-owe',
        text: 'Send the translation with my notes',
        due_on: dayAgo(2),
        overdue: true,
        done: false,
      },
      {
        id: 'r2',
        contact: { id: 'ada', name: 'Ada King' },
        kind: 'they-owe',
        text: 'The table for the seventh number',
        due_on: dayAgo(-9),
        overdue: false,
        done: false,
      },
      {
        id: 'r3',
        contact: { id: 'ada', name: 'Ada King' },
        kind: 'reminder',
        text: 'Ask how the move went',
        due_on: null,
        overdue: false,
        done: true,
      },
    ],
    balance: {
      received: 74,
      sent: 66,
      asks_in: 9,
      gives_in: 14,
      asks_out: 12,
      gives_out: 8,
      starts_in: 17,
      starts_out: 21,
      answered_by_them: 19,
      answered_by_owner: 15,
      their_hours: 7,
      owners_hours: 30,
      in_words: 'Even: she gives a little more than she asks, and both of you begin.',
    },
    merged: [{ id: 'old-ada', name: 'A. A. King' }],
  };
}

/** The whole card of a row, invented from it. */
export function cardOf(row: Row): Card {
  if (row.id === 'ada') return ada(row);
  const roll = dice(row.name.length * 977 + row.interactions);
  const card = bare(row);
  if (roll() < 0.9) card.identities = [mail(row.name)];
  card.balance = {
    ...card.balance,
    received: Math.round(row.interactions * 0.6),
    sent: Math.round(row.interactions * 0.4),
    asks_in: Math.round(row.interactions * 0.12),
    gives_out: Math.round(row.interactions * 0.05),
    starts_in: Math.round(row.interactions * 0.3),
    in_words: row.interactions > 5 ? 'Mostly they ask, and you answer.' : '',
  };
  return card;
}
