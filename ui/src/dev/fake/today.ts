/**
 * Stands in for Rust in the room "Today": invented people only. The address chooses the morning:
 * `?today=empty`, `calm`, `aside` (nobody waits), `unknown`, `many` (long names, long words),
 * `too-new`, `not-a-store`, `busy`.
 */
import { Troubled, type Desk, type Done } from '../../bridge/desk';
import { untouched } from '../../bridge/touched';

type View = Awaited<ReturnType<Desk['today']>>;
type Line = View['waiting'][number];

const asked = new URLSearchParams(globalThis.location?.search ?? '');
const scene = asked.get('today') ?? '';
const DAY = 86_400_000;
const ago = (days: number): string => new Date(Date.now() - days * DAY).toISOString();
const on = (days: number): string => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

const line = (id: string, name: string, why: string, more: Partial<Line> = {}): Line => ({
  contact: { id, name },
  why,
  at: null,
  interaction: null,
  channel: null,
  quote: '',
  ...more,
});

const waiting: Line[] = [
  line('bea', 'Bea Chandra', 'asked 2 days ago', {
    at: ago(2),
    interaction: 'today-1',
    channel: 'email',
    quote:
      'Would you have half an hour next week to look over the agenda with me, before it goes to the speakers?',
  }),
  line('chidi', 'Chidi Okafor', 'asked 6 days ago', {
    at: ago(6),
    interaction: 'today-2',
    channel: 'linkedin',
    quote: 'How did the move to Lisbon go, and did you keep the piano?',
  }),
  line('dora', 'Dora Lindqvist', 'wrote 2 weeks ago, no answer yet', {
    at: ago(14),
    interaction: 'today-3',
    channel: 'email',
    quote:
      'The paper on tidal power that I mentioned is out now; I put your name in the acknowledgements.',
  }),
];

const promises: View['promises'] = [
  {
    id: 'promise-1',
    contact: { id: 'emil', name: 'Emil Novák' },
    kind: 'i-owe',
    text: 'Send the photographs from the workshop',
    due_on: on(-1),
    overdue: true,
    done: false,
  },
  {
    id: 'promise-2',
    contact: { id: 'farah', name: 'Farah Haddad' },
    kind: 'reminder',
    text: 'Ask how the hearing went',
    due_on: on(0),
    overdue: true,
    done: false,
  },
];

const view: View = {
  waiting,
  promises,
  days: [
    line('ada', 'Ada King', 'turns 40 tomorrow', { at: on(1) }),
    line('goran', 'Goran Petrović', 'has their birthday in 9 days', { at: on(9) }),
  ],
  losing_touch: [
    line('hana', 'Hana Mori', 'last exchange 5 months ago; Friends: every two months'),
    line('ines', 'Inês Carvalho', 'no exchange yet; Mentors: every month'),
    line('jonas', 'Jonas Weiß', 'last exchange 1 year ago; Colleagues: every half year'),
  ],
  empty_store: false,
  owner_unknown: false,
};

const long = (i: number): Line => ({
  ...(waiting[i % 3] ?? line('li', 'Li', '')),
  contact: {
    id: `long-${i}`,
    name: i % 2 ? 'Maximiliane-Friederike von und zu Donaudampfschifffahrtsgesellschaft' : 'Li',
  },
  quote: i % 4 ? 'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(6) : '',
});

const none: View = { ...view, waiting: [], promises: [], days: [], losing_touch: [] };
const scenes: Record<string, View> = {
  empty: { ...none, empty_store: true },
  calm: none,
  aside: { ...view, waiting: [], promises: [] },
  unknown: { ...view, owner_unknown: true },
  many: {
    ...view,
    waiting: Array.from({ length: 30 }, (_, i) => long(i)),
    days: Array.from({ length: 9 }, (_, i) => ({ ...long(i), quote: '', why: 'turns 50 today' })),
  },
};

let morning: View = scenes[scene] ?? view;
const done = <T>(value: T, deed: string, touched: object): Done<T> => ({
  value,
  deed,
  touched: { ...untouched, ...touched },
  undoable: true,
});

export const today: Partial<Desk> = {
  today: async () => {
    if (scene === 'too-new' || scene === 'busy') throw new Troubled({ kind: scene });
    if (scene === 'not-a-store')
      throw new Troubled({ kind: scene, path: '/home/ada/.local/share/requite/requite.db' });
    return structuredClone(morning);
  },
  finishPromise: async (id, kept) => {
    if (kept) morning = { ...morning, promises: morning.promises.filter((one) => one.id !== id) };
    return done(null, 'edit-promise', { promises: true });
  },
  fillWithSample: async () => {
    morning = view;
    const status = {
      contacts: 60,
      interactions: 900,
      sent: 400,
      received: 500,
      conversations: 300,
      notes: 90,
      automated: 0,
      store: {
        path: '/tmp/sample.db',
        bytes: 900_000,
        encrypted: false,
        version: 1,
        read_only: false,
        sample: true,
      },
    };
    return done(status, 'import', { interactions: true, promises: true });
  },
};
