/** For tests of this room: a small plan of invented people, to be varied. */
import type { ImportPlan, ImportRow, ImportSummary } from './types';

const email = (value: string) => ({ kind: 'email', value, shown: value, link: null });

export const plan: ImportPlan = {
  id: 'plan-1',
  files: [
    { file: 'linkedin.zip/messages.csv', what: 'table of a LinkedIn archive' },
    { file: 'linkedin.zip/Connections.csv', what: 'table of a LinkedIn archive' },
  ],
  owner: {
    certain: false,
    name: 'Moira Ellery',
    known: [],
    found: [
      { identity: email('moira@example.org'), why: 'the archive names it', likely: true },
      { identity: email('m@example.net'), why: 'it is often there', likely: false },
    ],
  },
  contacts: { new: 12, updated: 3, same: 5 },
  interactions: { new: 340, same: 7 },
  notes: { new: 2 },
  automated: 4,
  day_order: [],
  unsure: [
    {
      key: 'u1',
      name: 'Ada King',
      detail: 'ada@example.com',
      may_be: { id: 'ada', name: 'Ada King' },
      why: 'the same name, but no address in common',
    },
  ],
  snags: [{ file: 'linkedin.zip/messages.csv', line: 44, why: 'the date makes no sense' }],
  sample: [
    { who: 'Bea', direction: 'in', at: '2026-11-20T09:00:00Z', text: 'Thank you for the book.' },
    { who: 'Chidi', direction: 'out', at: '2026-11-18T09:00:00Z', text: 'How was Lagos?' },
  ],
};

export const summary: ImportSummary = {
  import: 'import-1',
  contacts: plan.contacts,
  interactions: plan.interactions,
  notes: plan.notes,
  automated: plan.automated,
  snags: [],
  cancelled: false,
};

export const row: ImportRow = {
  id: 'import-1',
  at: '2026-11-19T10:00:00Z',
  files: ['linkedin.zip'],
  contacts: 12,
  interactions: 340,
  snags: 1,
  finished: true,
  taken_back: false,
};
