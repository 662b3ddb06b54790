/** One change of a deed in the owner's words. */
import type { Desk } from '../bridge/desk';
import { fieldName, pastWords as words } from '../words/past';

export type PastPage = Awaited<ReturnType<Desk['pastDeeds']>>;
export type PastDeed = PastPage['deeds'][number];
export type PastChange = PastDeed['changes'][number];

/** Yes or no where the field can say nothing else. */
const CHOICES = new Set(['do_not_contact', 'left_out_of_review', 'automated', 'done', 'star']);

function value(field: string, said: string): string {
  if (CHOICES.has(field)) return said === '1' ? 'yes' : 'no';
  return said && `“${said}”`;
}

/** What became of it, and what it said: "Note removed", "“keeps bees”". */
export function inWords(change: PastChange): { title: string; said: string } {
  const { what, became, field } = change;
  if (became === 'there') return { title: words.there(what), said: quoted(change.after) };
  if (became === 'gone') return { title: words.gone(what), said: quoted(change.before) };
  const [before, after] = [value(field, change.before), value(field, change.after)];
  return { title: fieldName(field), said: before ? `${before} → ${after || '—'}` : after };
}

const quoted = (said: string): string => said && `“${said}”`;
