/** Invented people for the development page and for tests of the shell. */
import type { ShellDeeds, Suggestion } from '../../bridge/deeds/shell';

export const people: Suggestion[] = [
  { id: 'ada', title: 'Ada King', detail: 'Analytical Engines, Programmer' },
  { id: 'bea', title: 'Bea Chandra', detail: 'Northwind, Head of Research' },
  { id: 'chidi', title: 'Chidi Okafor', detail: 'chidi@example.org' },
  { id: 'dora', title: 'Dora Lindqvist', detail: 'Fjord Labs, Founder' },
  { id: 'emil', title: 'Emil Novák', detail: 'emil@example.com' },
  { id: 'farah', title: 'Farah Haddad', detail: 'Cedar & Co., Counsel' },
];

export const shell: ShellDeeds = {
  undo: async () => ({ deed: 'Note added', touched: ['contacts'] }),
  windowReady: async () => undefined,
  suggestContacts: async (query) =>
    people.filter((person) => person.title.toLowerCase().includes(query.toLowerCase())),
};
