/**
 * Stands in for Rust in the room "Contacts": invented people only. The address says how many:
 * `?none`, `?many` (20,000, and Ada with 30,000 things that passed), else some four hundred.
 */
import { Troubled, type Desk, type Done } from '../../bridge/desk';
import { untouched } from '../../bridge/touched';
import type { Card, Change, Interaction, Row } from '../../rooms/contacts/views';
import { cardOf, circles, crowd, senders } from './contacts.people';
import { passed } from './contacts.timeline';
import { letter, lettersOf } from './search.letters';

const asked = new URLSearchParams(globalThis.location?.search ?? '');
let people: Row[] = crowd(asked.has('none') ? 0 : asked.has('many') ? 20_000 : 412);
const cards = new Map<string, Card>();
const logged = new Map<string, Interaction[]>();
let next = 1;

const row = (id: string): Row => {
  const found = [...people, ...senders].find((one) => one.id === id);
  if (!found) throw new Troubled({ kind: 'not-found', what: 'contact' });
  return found;
};

function card(id: string): Card {
  const kept = cards.get(id) ?? structuredClone(cardOf(row(id)));
  cards.set(id, kept);
  return kept;
}

function done<T>(value: T, deed: string, id: string, more: object = {}): Done<T> {
  const touched = { ...untouched, contacts: [id], ...more };
  return { value, deed, touched, undoable: true };
}

const key = (field: string): keyof Card => field.replace('-', '_') as keyof Card;

function alter(one: Card, change: Change): void {
  switch (change.change) {
    case 'field':
      Object.assign(one, { [key(change.field)]: change.value });
      if (change.field === 'name') row(one.id).name = change.value;
      return;
    case 'add-identity': {
      const value = change.text.trim();
      const kind = value.includes('@') ? 'email' : /\d{5}/.test(value) ? 'phone' : 'website';
      one.identities.push({ kind, value, shown: value, link: `https://${value}` });
      return;
    }
    case 'remove-identity':
      one.identities = one.identities.filter((it) => it.value !== change.value);
      return;
    case 'met-through':
      one.met_through = change.contact
        ? { id: change.contact, name: row(change.contact).name }
        : null;
      return;
    case 'circle':
      one.circle = circles.find((circle) => circle.id === change.circle) ?? null;
      return;
    case 'positions':
      one.positions = change.positions;
      one.organisation = change.positions[0]?.organisation ?? '';
      one.title = change.positions[0]?.title ?? '';
      return;
    case 'dates':
      one.dates = change.dates;
      return;
    case 'groups':
      one.groups = change.groups;
      return;
    case 'tags':
      one.tags = change.tags;
      return;
    case 'consent':
      one.consent = change.consent;
      return;
    default:
      Object.assign(one, { [change.change.replaceAll('-', '_')]: change.on });
  }
}

function fits(one: Row, query: string): boolean {
  const hay = [one.name, one.organisation, one.title, ...one.tags].join(' ').toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => hay.includes(word));
}

const byName = new Intl.Collator();
const silence = (one: Row): number => (one.last_at ? Date.parse(one.last_at) : 0);

export const contacts: Partial<Desk> = {
  listContacts: async ({ query, tag, circle, automated, order, offset, limit }) => {
    const fit = (automated ? senders : people).filter(
      (one) =>
        fits(one, query) &&
        (!tag || one.tags.includes(tag)) &&
        (!circle ||
          cards.get(one.id)?.circle?.id === circle ||
          (circle === 'close' && one.id === 'ada')),
    );
    const sorted = fit.toSorted((a, b) =>
      order === 'name'
        ? byName.compare(a.name, b.name)
        : order === 'last'
          ? silence(b) - silence(a)
          : silence(a) - silence(b),
    );
    return { rows: sorted.slice(offset, offset + limit), total: fit.length };
  },
  openContact: async (id) => structuredClone(card(id)),
  listGroups: async () => ['Facilitators’ Roundtable', 'Women in Optics'],
  listTags: async () => [...new Set(people.flatMap((one) => one.tags))],
  listCircles: async () => circles,
  addContact: async (made) => {
    const id = `new${next++}`;
    people = [
      ...people,
      { ...made, id, tags: [], last_at: null, last_direction: null, interactions: 0 },
    ];
    return done({ id, name: made.name }, 'add-contact', id);
  },
  deleteContacts: async (ids) => {
    people = people.filter((one) => !ids.includes(one.id));
    return done(ids.length, 'delete-contact', ids[0] ?? '');
  },
  changeContact: async (id, change) => {
    alter(card(id), change);
    return done(null, 'edit-contact', id);
  },
  setPhoto: async (id) => done(null, 'edit-contact', id),
  addNote: async (id, form) => {
    card(id).notes.unshift({ ...form, id: `n${next++}x`, seen_at: new Date().toISOString() });
    return done('n', 'edit-note', id, { notes: true });
  },
  editNote: async (id, form) => {
    const owner = [...cards.values()].find((one) => one.notes.some((note) => note.id === id));
    Object.assign(owner?.notes.find((note) => note.id === id) ?? {}, form);
    return done(null, 'edit-note', owner?.id ?? '', { notes: true });
  },
  seenAgain: async (id) => {
    const owner = [...cards.values()].find((one) => one.notes.some((note) => note.id === id));
    const note = owner?.notes.find((one) => one.id === id);
    if (note) note.seen_at = new Date().toISOString();
    return done(null, 'edit-note', owner?.id ?? '', { notes: true });
  },
  removeNote: async (id) => {
    const owner = [...cards.values()].find((one) => one.notes.some((note) => note.id === id));
    if (owner) owner.notes = owner.notes.filter((note) => note.id !== id);
    return done(null, 'remove-note', owner?.id ?? '', { notes: true });
  },
  savePromise: async (form) => {
    const owner = card(form.contact ?? 'ada');
    const kept = { ...form, id: form.id || `r${next++}x`, overdue: false, contact: null };
    owner.promises = [kept, ...owner.promises.filter((one) => one.id !== form.id)];
    return done(kept.id, 'edit-promise', owner.id, { promises: true });
  },
  finishPromise: async (id, kept) => {
    const owner = [...cards.values()].find((one) => one.promises.some((it) => it.id === id));
    const promise = owner?.promises.find((one) => one.id === id);
    if (promise) promise.done = kept;
    return done(null, 'edit-promise', owner?.id ?? '', { promises: true });
  },
  removePromise: async (id) => {
    const owner = [...cards.values()].find((one) => one.promises.some((it) => it.id === id));
    if (owner) owner.promises = owner.promises.filter((one) => one.id !== id);
    return done(null, 'remove-promise', owner?.id ?? '', { promises: true });
  },
  timeline: async (id, { before, channel, query, limit }) => {
    const who = row(id);
    const fit = (one: Interaction): boolean =>
      (!channel || one.channel === channel) &&
      `${one.subject} ${one.text}`.toLowerCase().includes(query.toLowerCase());
    const own = before ? [] : [...(logged.get(id) ?? []), ...lettersOf(id)];
    const rows = own.filter(fit);
    let at = Number(before ?? 0);
    for (; rows.length < limit && at < who.interactions; at++) {
      const one = passed(who, at);
      if (fit(one)) rows.push(one);
    }
    rows.sort((a, b) => b.at.localeCompare(a.at));
    return { rows, cursor: at < who.interactions ? String(at) : null };
  },
  openInteractions: async (ids) =>
    ids.map((id) => letter(id) ?? passed(row(id.split('-')[0] ?? ''), Number(id.split('-')[1]))),
  logInteraction: async (form) => {
    const id = form.contacts[0] ?? '';
    const now = new Date().toISOString();
    const one = { ...passed(row(id), 0), ...form, id: `log${next++}`, at: form.at ?? now };
    logged.set(id, [{ ...one, kind: form.kind || 'message', acts: [] }, ...(logged.get(id) ?? [])]);
    return done(one.id, 'log-interaction', id, { interactions: true });
  },
  removeInteraction: async () => done(null, 'remove-interaction', 'ada', { interactions: true }),
  correctAct: async () => done(null, 'correct-act', 'ada', { interactions: true }),
  reviewEvidence: async (id) =>
    [0, 3, 5].map((at) => {
      const message = passed(row(id), at);
      return { ...message, cues: message.acts.map(() => []) };
    }),
  compareContacts: async (left, right) => {
    const [a, b] = [card(left), card(right)];
    const field = (name: string, l: string, r: string) => ({
      field: name,
      left: l,
      right: r,
      same: l === r,
    });
    const addresses = (one: Card) => one.identities.map((it) => it.shown).join('\n');
    return {
      left: a,
      right: b,
      fields: [
        field('name', a.name, b.name),
        field('organisation', a.organisation, b.organisation),
        field('title', a.title, b.title),
        field('addresses', addresses(a), addresses(b)),
        field('location', a.location, b.location),
        field('messages', '74 from them, 66 from you', '2 from them, 0 from you'),
      ],
      reasons: ['the same name', 'the same organisation'],
      likeness: 0.8,
    };
  },
  mergeContacts: async (kept, merged) => {
    people = people.filter((one) => one.id !== merged);
    return done({ id: kept, name: row(kept).name }, 'merge-contacts', kept);
  },
  tellApart: async (one) => done(null, 'tell-apart', one),
  unmergeContact: async () => {
    card('ada').merged = [];
    return done(null, 'unmerge-contact', 'ada');
  },
  likelySame: async () =>
    people.slice(0, 4).map((left, i) => ({
      left,
      right: { ...left, id: people[i + 40]?.id ?? '', organisation: '' },
      reasons: ['the same name'],
      likeness: 0.7,
    })),
};
