/** From what a deed says it touched to the names that rooms read by `house.pulse`. */
import type { TouchedView as Touched } from './bindings';

/** One thing that may be touched: a sort, or one contact as `contact:ID`. */
export type Pulsing = keyof Touched | `contact:${string}`;

export function pulsing(touched: Touched): Pulsing[] {
  const { contacts, ...sorts } = touched;
  const names = (Object.keys(sorts) as (keyof typeof sorts)[]).filter((sort) => sorts[sort]);
  const people = contacts.map((id): Pulsing => `contact:${id}`);
  return [...(people.length > 0 ? (['contacts'] as const) : []), ...people, ...names];
}

/** Nothing at all, to begin from. */
export const untouched: Touched = {
  contacts: [],
  interactions: false,
  notes: false,
  promises: false,
  drafts: false,
  circles: false,
  imports: false,
  settings: false,
  owner: false,
};
