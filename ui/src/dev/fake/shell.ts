/** Invented people for the development page and for tests of the shell. */
import type { Desk, Suggested } from '../../bridge/desk';
import { untouched } from '../../bridge/touched';

const unheard = { tags: [], last_at: null, last_direction: null, interactions: 0 };

export const people: Suggested[] = [
  {
    id: 'ada',
    name: 'Ada King',
    organisation: 'Analytical Engines',
    title: 'Programmer',
    ...unheard,
  },
  {
    id: 'bea',
    name: 'Bea Chandra',
    organisation: 'Northwind',
    title: 'Head of Research',
    ...unheard,
  },
  { id: 'chidi', name: 'Chidi Okafor', organisation: '', title: '', ...unheard },
  { id: 'dora', name: 'Dora Lindqvist', organisation: 'Fjord Labs', title: 'Founder', ...unheard },
  { id: 'emil', name: 'Emil Novák', organisation: 'Lanterna', title: '', ...unheard },
  { id: 'farah', name: 'Farah Haddad', organisation: 'Cedar & Co.', title: 'Counsel', ...unheard },
];

const noted = { deed: 'edit-note', touched: { ...untouched, contacts: ['ada'], notes: true } };

export const shell: Partial<Desk> = {
  isDamaged: async () => false,
  undo: async () => noted,
  pastDeeds: async ({ only_removals }) => ({
    deeds: [
      {
        id: 'b2',
        deed: only_removals ? 'remove-note' : 'edit-contact',
        at: new Date(Date.now() - 7_200_000).toISOString(),
        contacts: [{ id: 'ada', name: 'Ada King' }],
        changes: [
          only_removals
            ? { what: 'note', became: 'gone', field: '', before: 'Keeps bees', after: '' }
            : {
                what: 'contact',
                became: 'different',
                field: 'headline',
                before: '',
                after: 'Head',
              },
        ],
        more: false,
        taken_back: false,
        turns: 'b2',
      },
    ],
    more: false,
    days: 30,
  }),
  turnDeed: async () => noted,
  redo: async () => noted,
  suggestContacts: async (query) =>
    people.filter((person) => person.name.toLowerCase().includes(query.toLowerCase())),
};
