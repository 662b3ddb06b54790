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
  undo: async () => noted,
  redo: async () => noted,
  suggestContacts: async (query) =>
    people.filter((person) => person.name.toLowerCase().includes(query.toLowerCase())),
};
