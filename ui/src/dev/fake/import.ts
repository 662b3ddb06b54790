/**
 * Stands in for Rust in the room "Import": invented people only. What a plan holds depends on the
 * name that is dropped: `/?room=import&drop=linkedin.zip`, `again.zip`, `mailbox.mbox` (owner
 * unknown), `huge.mbox`, `holiday.jpg` (not recognised), `locked.zip` (a trouble). `/?empty` is
 * an empty store.
 */
import type { Desk } from '../../bridge/desk';
import type { ImportProgress, Outside } from '../../bridge/outside';
import { Troubled, untouched } from '../../bridge/desk';

type Plan = Awaited<ReturnType<Desk['planImport']>>;
type Row = Awaited<ReturnType<Desk['listImports']>>[number];

let watched: Awaited<ReturnType<Desk['watched']>> = { folder: null, why: null, files: [] };

const asked = new URLSearchParams(globalThis.location?.search ?? '');
const touched = { ...untouched, contacts: ['ada'], interactions: true, imports: true };

const email = (value: string) => ({ kind: 'email', value, shown: value, link: null });
const tables = ['Connections', 'messages', 'Invitations', 'Profile', 'Positions', 'Endorsements'];

const archive: Plan = {
  id: 'archive',
  files: tables.map((name) => ({
    file: `linkedin.zip/${name}.csv`,
    what: 'table of a LinkedIn archive',
  })),
  owner: {
    certain: false,
    name: 'Moira Ellery',
    known: [],
    found: [
      {
        identity: {
          kind: 'linkedin',
          value: 'moira-ellery',
          shown: 'linkedin.com/in/moira-ellery',
          link: 'https://www.linkedin.com/in/moira-ellery',
        },
        why: '214 invitations went out from it',
        likely: true,
      },
      { identity: email('moira@example.org'), why: "the archive's profile names it", likely: true },
      {
        identity: email('m.ellery@example.net'),
        why: 'it takes part in 41 of the conversations',
        likely: false,
      },
    ],
  },
  contacts: { new: 1204, updated: 37, same: 211 },
  interactions: { new: 18_332, same: 9310 },
  notes: { new: 412 },
  automated: 64,
  day_order: [],
  unsure: [
    {
      key: 'u1',
      name: 'Ada King',
      detail: 'linkedin.com/in/ada-king-8841, Difference Works',
      may_be: { id: 'ada', name: 'Ada King' },
      why: 'the same name, but no address in common',
    },
    {
      key: 'u2',
      name: 'Konstantin Alexandrowitsch von Hohenlohe-Schillingsfürst',
      detail:
        'konstantin.alexandrowitsch.von.hohenlohe-schillingsfuerst@correspondence.example.org',
      may_be: { id: 'dora', name: 'Konstantin von Hohenlohe' },
      why: 'the same name, but no address in common',
    },
  ],
  snags: [
    { file: 'linkedin.zip/messages.csv', line: 4411, why: 'the date “32/13/2021” makes no sense' },
    { file: 'linkedin.zip/messages.csv', line: 4415, why: 'the date “32/13/2021” makes no sense' },
    { file: 'linkedin.zip/Connections.csv', line: 88, why: 'the row ends before its last column' },
  ],
  sample: [
    {
      who: 'Bea Chandra',
      direction: 'in',
      at: '2026-11-20T09:12:00Z',
      text: 'Thank you for the pointer to the archive in Leiden, it was exactly what I had missed.',
    },
    {
      who: 'Chidi Okafor',
      direction: 'out',
      at: '2026-11-18T16:40:00Z',
      text: 'Did the talk in Lagos go well? I kept thinking of your second example.',
    },
    { who: 'Dora Lindqvist', direction: 'between', at: '2026-10-02T08:00:00Z', text: '' },
  ],
};

const nothing = { new: 0, updated: 0, same: 0 };
const unknownOwner: Plan = {
  ...archive,
  id: 'mailbox',
  files: [{ file: 'mailbox.mbox', what: 'mailbox' }],
  owner: { certain: false, name: '', known: [], found: [] },
  day_order: [],
  unsure: [],
  snags: [],
};

const plans: Record<string, Plan> = {
  'linkedin.zip': archive,
  'mailbox.mbox': unknownOwner,
  'again.zip': {
    ...archive,
    id: 'again',
    owner: { ...archive.owner, certain: true, known: [email('moira@example.org')], found: [] },
    contacts: { ...nothing, same: 1452 },
    interactions: { new: 0, same: 27_642 },
    notes: { new: 0 },
    day_order: [],
    unsure: [],
    snags: [],
  },
  'huge.mbox': {
    ...archive,
    id: 'huge',
    files: Array.from({ length: 412 }, (_, i) => ({
      file: `Takeout/Mail/${i}.mbox`,
      what: i % 3 === 0 ? 'mail' : 'mailbox',
    })),
    day_order: [],
    unsure: Array.from({ length: 130 }, (_, i) => ({
      key: `k${i}`,
      name: `Emil Novák ${i}`,
      detail: `emil${i}@example.com`,
      may_be: { id: 'emil', name: 'Emil Novák' },
      why: 'the same name, but no address in common',
    })),
    snags: Array.from({ length: 900 }, (_, i) => ({
      file: `Takeout/Mail/${i % 30}.mbox`,
      line: i * 17,
      why: i % 7 === 0 ? 'the message ends in the middle' : 'its text is in no known encoding',
    })),
  },
  'holiday.jpg': {
    ...archive,
    id: 'none',
    files: [],
    contacts: nothing,
    interactions: { new: 0, same: 0 },
    notes: { new: 0 },
    automated: 0,
    day_order: [],
    unsure: [],
    sample: [],
    snags: [{ file: 'holiday.jpg', line: null, why: 'it is of no kind that Requite reads' }],
  },
};

let rows: Row[] = [
  {
    id: 'i2',
    at: '2026-11-19T10:00:00Z',
    files: ['mailbox-2026.mbox'],
    contacts: 31,
    interactions: 2210,
    snags: 12,
    finished: true,
    taken_back: false,
  },
  {
    id: 'i1',
    at: '2026-08-02T10:00:00Z',
    files: ['Complete_LinkedInDataExport_08-02-2026_with_a_very_long_name.zip', 'contacts.vcf'],
    contacts: 1180,
    interactions: 9402,
    snags: 0,
    finished: false,
    taken_back: false,
  },
  {
    id: 'i0',
    at: '2025-03-11T10:00:00Z',
    files: ['old.vcf'],
    contacts: 4,
    interactions: 0,
    snags: 0,
    finished: true,
    taken_back: true,
  },
];
if (asked.has('empty')) rows = [];

let hear: (progress: ImportProgress) => void = () => undefined;
export const onImportProgress: Outside['onImportProgress'] = async (wanted) => {
  hear = wanted;
  return () => (hear = () => undefined);
};

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
let cancelled = false;

/** Writes in batches over a few seconds, as Rust does. */
async function write(plan: Plan): Promise<number> {
  const of = plan.interactions.new + plan.interactions.same;
  hear({ id: plan.id, done: plan.contacts.new, of: plan.contacts.new, stage: 'contacts' });
  let done = 0;
  while (done < of && !cancelled) {
    await wait(250);
    done = Math.min(of, done + 900);
    hear({ id: plan.id, done, of, stage: 'interactions' });
  }
  return done;
}

export const importing: Partial<Desk> = {
  planImport: async ([path = '']) => {
    const name = path.split('/').at(-1) ?? '';
    await wait(asked.has('slow') ? 60_000 : 200);
    if (name === 'locked.zip')
      throw new Troubled({ kind: 'file', path: 'locked.zip', why: 'its permissions forbid it' });
    return plans[name] ?? archive;
  },
  settleImport: async (id) => {
    const plan = Object.values(plans).find((one) => one.id === id) ?? archive;
    cancelled = false;
    const done = await write(plan);
    const share = done / Math.max(1, plan.interactions.new + plan.interactions.same);
    const interactions = { ...plan.interactions, new: Math.round(plan.interactions.new * share) };
    const { contacts, notes, automated, snags } = plan;
    rows = [
      {
        id: 'i3',
        at: new Date().toISOString(),
        files: plan.files.map(({ file }) => file),
        contacts: contacts.new,
        interactions: interactions.new,
        snags: snags.length,
        finished: !cancelled,
        taken_back: false,
      },
      ...rows,
    ];
    const value = { import: 'i3', contacts, interactions, notes, automated, snags, cancelled };
    return { value, deed: 'import', touched, undoable: true };
  },
  cancelImport: async () => {
    cancelled = true;
    return null;
  },
  watched: async () => watched,
  watchFolder: async (folder) => {
    watched = { ...watched, folder, files: [] };
    return { value: null, deed: 'edit-settings', touched: untouched, undoable: false };
  },
  leaveWatched: async () => {
    watched = { ...watched, files: [] };
    return { value: null, deed: 'edit-settings', touched: untouched, undoable: false };
  },
  listImports: async () => rows,
  importSnags: async () =>
    Array.from({ length: 12 }, (_, i) => ({
      file: 'mailbox-2026.mbox',
      line: 100 * i + 7,
      why: 'the message ends in the middle',
    })),
  takeBackImport: async (id) => {
    rows = rows.map((row) => (row.id === id ? { ...row, taken_back: true } : row));
    return { value: null, deed: 'import', touched, undoable: true };
  },
};
