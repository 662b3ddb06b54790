/**
 * For tests of rooms: the house around them, with a desk of which only what the test needs is
 * there. Asking for anything else fails by name.
 *
 *     const { context, house } = within({ suggestContacts: async () => [] });
 *     render(Contacts, { props: {}, context });
 */
import { DESK, type Desk } from '../bridge/desk';
import { OUTSIDE, type Outside } from '../bridge/outside';
import { HOUSE, House } from '../house.svelte';

function only<T extends object>(given: Partial<T>, what: string): T {
  return new Proxy(given, {
    get(target, name, receiver) {
      if (name in target || typeof name === 'symbol') return Reflect.get(target, name, receiver);
      throw new Error(`the ${what} of this test has no ${name}`);
    },
  }) as T;
}

export function within(
  desk: Partial<Desk> = {},
  outside: Partial<Outside> = {},
): { context: Map<symbol, unknown>; house: House; desk: Desk } {
  const fullDesk = only<Desk>({ undo: async () => null, redo: async () => null, ...desk }, 'desk');
  const house = new House(fullDesk);
  const context = new Map<symbol, unknown>([
    [DESK, fullDesk],
    [OUTSIDE, only<Outside>(outside, 'outside')],
    [HOUSE, house],
  ]);
  return { context, house, desk: fullDesk };
}
