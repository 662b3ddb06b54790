/**
 * Stands in for Rust in the room "Settings": invented people only. `/?empty` is an empty store,
 * `/?sample` the sample, `/?readonly` one that can only be read.
 */
import { untouched, type Desk, type Touched } from '../../bridge/desk';

type View = Awaited<ReturnType<Desk['settings']>>;

const asked = new URLSearchParams(globalThis.location?.search ?? '');
const empty = asked.has('empty');

const status: View['status'] = {
  contacts: empty ? 0 : 2431,
  interactions: empty ? 0 : 48_310,
  sent: empty ? 0 : 19_204,
  received: empty ? 0 : 29_106,
  conversations: empty ? 0 : 8122,
  notes: empty ? 0 : 640,
  automated: empty ? 0 : 318,
  store: {
    path: asked.has('sample')
      ? '/tmp/requite-sample-a81f/requite.db'
      : '/home/moira/.local/share/requite/requite.db',
    bytes: empty ? 180_224 : 148_310_016,
    encrypted: false,
    version: 1,
    read_only: asked.has('readonly'),
    sample: asked.has('sample'),
  },
};

const rule = (word: string, title: string, reason: string) => ({
  rule: word,
  title,
  reason,
  on: word !== 'all-about-me',
});

let kept: View = {
  owner_name: 'Moira Ellery',
  owner_organisations: empty ? [] : ['Ellery & Daughters', 'The Letter Society'],
  owner_identities: empty
    ? []
    : [
        { kind: 'email', value: 'moira@example.org', shown: 'moira@example.org', link: null },
        {
          kind: 'linkedin',
          value: 'moira-ellery',
          shown: 'linkedin.com/in/moira-ellery',
          link: 'https://www.linkedin.com/in/moira-ellery',
        },
        { kind: 'phone', value: '+442079460958', shown: '+44 20 7946 0958', link: null },
      ],
  rules: [
    rule(
      'copy',
      'The same text to others',
      'Who finds out feels like one of many. Silent for replies in the same conversation.',
    ),
    rule('leftover', 'A placeholder is left', 'A reader who is called {{first_name}} stops there.'),
    rule(
      'greeting',
      'A greeting for everybody',
      '“Hi all” to one person says that the letter was not written for them.',
    ),
    rule(
      'pitch',
      'It sells something',
      'A webinar, a demo, a discount or a calendar link to somebody who did not ask. Silent where they asked.',
    ),
    rule(
      'all-about-me',
      'It is all about you',
      'More I than you. Silent in short messages and answers.',
    ),
    rule(
      'nothing-theirs',
      'Nothing in it is about them',
      'It could be sent to anybody. Silent where nothing is known of them.',
    ),
    rule('piling-up', 'Your messages pile up', 'They have not answered the last ones.'),
  ],
  only_blast: false,
  half_life_days: 180,
  theme: 'system',
  circles: empty
    ? []
    : [
        { id: 'c1', name: 'Close friends', cadence_days: 30 },
        { id: 'c2', name: 'Former colleagues', cadence_days: 182 },
        { id: 'c3', name: 'Letter society', cadence_days: 45 },
      ],
  status,
  version: '0.1.0',
  sqlite_version: '3.54.0',
};

function change(part: Partial<View>, touch: Partial<Touched>, deed: string) {
  kept = { ...kept, ...part };
  return { value: null, deed, touched: { ...untouched, ...touch }, undoable: true };
}
const set = (part: Partial<View>) => change(part, { settings: true }, 'edit-settings');
const own = (part: Partial<View>) => change(part, { owner: true }, 'edit-owner');
const ring = (circles: View['circles']) => change({ circles }, { circles: true }, 'edit-circle');

export const settings: Partial<Desk> = {
  status: async () => status,
  // The page may have chosen its theme by its address.
  theme: async () => localStorage.getItem('theme') ?? kept.theme,
  settings: async () => ({ ...kept, theme: localStorage.getItem('theme') ?? kept.theme }),
  setRule: async (word, on) =>
    set({ rules: kept.rules.map((one) => (one.rule === word ? { ...one, on } : one)) }),
  setOnlyBlast: async (on) => set({ only_blast: on }),
  setHalfLife: async (days) => set({ half_life_days: days }),
  setTheme: async (theme) => set({ theme }),
  setOwnerName: async (name) => own({ owner_name: name }),
  setOwnerOrganisations: async (list) => own({ owner_organisations: list }),
  addOwnerIdentity: async (text) => {
    const identity = { kind: 'email', value: text, shown: text, link: null };
    const done = own({ owner_identities: [...kept.owner_identities, identity] });
    return { ...done, value: identity };
  },
  removeOwnerIdentity: async (kind, value) =>
    own({
      owner_identities: kept.owner_identities.filter(
        (one) => one.kind !== kind || one.value !== value,
      ),
    }),
  saveCircle: async (circle) => {
    const value = { ...circle, id: circle.id || `c${kept.circles.length + 1}` };
    const others = kept.circles.filter(({ id }) => id !== value.id);
    return { ...ring([...others, value]), value };
  },
  removeCircle: async (id) => ring(kept.circles.filter((circle) => circle.id !== id)),
  backUp: async (path) => path,
  doors: async () => ({
    encrypted: true,
    doors: ['recovery-key', 'keychain'],
    has_keychain: true,
  }),
  backups: async () => [
    { path: '/home/ada/requite.db-backups/1.backup', made_on: '2026-06-14', bytes: 148_310_016 },
  ],
  checkUp: async () => ({ well: true, damage: [], loose: [], derived: [], mended: false }),
  exportContacts: async () => status.contacts,
  fillWithSample: async () => ({
    value: status,
    deed: 'import',
    touched: { ...untouched, contacts: ['ada'], interactions: true },
    undoable: true,
  }),
};
