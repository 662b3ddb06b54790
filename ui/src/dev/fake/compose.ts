/**
 * Stands in for Rust in the room "Compose": invented people only. In the address: `draft=d-blast`
 * `d-look` `d-clear` `d-many` `d-long` open one of the drafts, `nodrafts` has none, `to=ada` begins.
 */
import type { Desk, Done } from '../../bridge/desk';
import { untouched } from '../../bridge/touched';
import type { Card, Draft, Recipient } from '../../rooms/compose/kinds';
import { campaign, opinion } from './compose.check';
import { ago, cards, stranger } from './compose.people';
import { people } from './shell';

const asked = new URLSearchParams(globalThis.location?.search ?? '');
const who = (id: string): Recipient =>
  cards.get(id)?.contact ?? people.find((one) => one.id === id) ?? { id, name: `Somebody ${id}` };
const card = (id: string): Card => cards.get(id) ?? stranger(id, who(id).name);

const draft = (id: string, to: string[], text: string, days: number, more = {}): Draft => ({
  id,
  recipients: to.map((one) => ({ id: one, name: who(one).name })),
  channel: 'email',
  answers: null,
  subject: '',
  text,
  changed_at: ago(days),
  ...more,
});

const letter = `Dear Ada,

the notes from the reading group are below, with the page on the punched cards marked. You were right about the second table: if the cards are read from the back it comes out by itself.

I looked for the second volume in the attic and found only the first. I will ask my sister.

Shall I introduce you to the people at the museum?`;

const kept = new Map(
  (asked.has('nodrafts')
    ? []
    : [
        draft('d-clear', ['ada'], letter, 0, { subject: 'The reading group' }),
        draft('d-blast', ['bea'], campaign, 1, { subject: 'An invitation' }),
        draft(
          'd-look',
          ['bea'],
          'Hi Bea,\n\n{{first_name}}, I saw your talk on the survey and have one question about the second chapter.',
          3,
          { channel: 'linkedin' },
        ),
        draft('d-many', ['ada', 'bea', 'chidi', 'dora', 'emil', 'farah'], campaign, 8),
        draft('d-long', ['p11'], `${'Unbreakable'.repeat(30)}\n\n${letter}\n\n${letter}`, 20, {
          subject: 'Long'.repeat(60),
        }),
      ]
  ).map((one) => [one.id, one]),
);
const silent = new Map<string, Set<string>>();
let next = 1;

function find(id: string): Draft {
  const found = kept.get(id);
  if (!found) throw { kind: 'not-found', what: 'draft' };
  return found;
}

const said = (id: string, text = find(id).text) =>
  opinion(find(id), text, silent.get(id) ?? new Set());

function done<T>(value: T, deed: string, undoable: boolean): Done<T> {
  return { value, deed, touched: { ...untouched, drafts: true }, undoable };
}

function choose(id: string, word: string, on: boolean): void {
  const words = silent.get(id) ?? new Set();
  if (on) words.add(word);
  else words.delete(word);
  silent.set(id, words);
}

export const compose: Partial<Desk> = {
  openConversation: async () =>
    [...cards.values()]
      .flatMap(({ contact, last }) =>
        last ? [{ ...last, with: [contact], subject: 'The second table' }] : [],
      )
      .slice(0, 1),
  listDrafts: async () => [...kept.values()].sort((a, b) => (a.changed_at < b.changed_at ? 1 : -1)),
  recipientCard: async (id) => card(id),
  openDraft: async (id) => ({
    draft: find(id),
    cards: find(id).recipients.map((one) => card(one.id)),
    opinion: said(id),
    silenced: [],
    announcement: false,
  }),
  checkDraft: async (id, _subject, text) => said(id, text),
  dismissFinding: async (id, rule, on) => (choose(id, rule, on), said(id)),
  announce: async (id, on) => (choose(id, 'announcement', on), said(id)),
  saveDraft: async (form) => {
    const id = form.id || `d${next++}`;
    const channel = form.channel || 'email';
    const changed_at = new Date().toISOString();
    const recipients = form.recipients.map((one) => ({ id: one, name: who(one).name }));
    const saved: Draft = { ...form, id, channel, recipients, changed_at };
    kept.set(id, saved);
    return done(saved, 'edit-draft', false);
  },
  handOver: async (id) => {
    const { text, recipients } = find(id);
    const ways = recipients.map((contact) => ({
      contact,
      mailto: `mailto:${contact.id}@example.org`,
      linkedin: card(contact.id).profile_link,
    }));
    return { text, ways };
  },
  markSent: async (id) => {
    kept.delete(id);
    return done('m1', 'mark-sent', true);
  },
  removeDraft: async (id) => {
    kept.delete(id);
    return done(null, 'remove-draft', true);
  },
};
