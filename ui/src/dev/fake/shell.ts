/** Invented people for the development page and for tests of the shell. */
import type { ShellDeeds, Suggested } from '../../bridge/deeds/shell';
import { untouched } from '../../bridge/touched';

export const people: Suggested[] = [
  { id: 'ada', name: 'Ada King', organisation: 'Analytical Engines', title: 'Programmer' },
  { id: 'bea', name: 'Bea Chandra', organisation: 'Northwind', title: 'Head of Research' },
  { id: 'chidi', name: 'Chidi Okafor', organisation: '', title: '' },
  { id: 'dora', name: 'Dora Lindqvist', organisation: 'Fjord Labs', title: 'Founder' },
  { id: 'emil', name: 'Emil Novák', organisation: 'Lanterna', title: '' },
  { id: 'farah', name: 'Farah Haddad', organisation: 'Cedar & Co.', title: 'Counsel' },
];

const noted = { deed: 'edit-note', touched: { ...untouched, contacts: ['ada'], notes: true } };

export const shell: ShellDeeds = {
  undo: async () => noted,
  redo: async () => noted,
  suggestContacts: async (query) =>
    people.filter((person) => person.name.toLowerCase().includes(query.toLowerCase())),
};
