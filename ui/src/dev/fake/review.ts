/**
 * Stands in for Rust in the room "Review": invented people only. The address chooses:
 * `?review=empty`, `nobody`, `few` (sent), `many` (400 people, long names), `too-new`.
 */
import { Troubled, type Desk, type Done } from '../../bridge/desk';
import { untouched } from '../../bridge/touched';
import { contacts } from './contacts';
import { lessons, rates } from './review.learnt';
import { askers, viktor, message, mirrorMonths, rowOf, type Asker } from './review.people';

type Sheet = Awaited<ReturnType<Desk['review']>>;
type Message = Awaited<ReturnType<Desk['reviewEvidence']>>[number];

const scene = new URLSearchParams(globalThis.location?.search ?? '').get('review') ?? '';
const messages = new Map<string, Message>();
let kept = scene === 'empty' ? [] : lessons;
const left = new Set<string>(['walter']);

const many = (): Asker[] =>
  Array.from({ length: 400 }, (_, i) => ({
    ...(askers[i % 3] ?? viktor),
    id: `many-${i}`,
    name: i % 3 ? `Person ${i}` : 'Maximiliane-Friederike von Donaudampfschifffahrtsgesellschaft',
  }));

const people = (): Asker[] =>
  (scene === 'many' ? many() : askers).filter(({ id }) => !left.has(id));

function said(asker: Asker): Message[] {
  const all = asker.sentences.map((_, i) => message(asker, i));
  return all.map((one) => {
    const kept = messages.get(one.id) ?? one;
    messages.set(one.id, kept);
    return structuredClone(kept);
  });
}

/** Whether everything they wrote still asks: who was corrected is no longer one-sided. */
const onlyAsks = (asker: Asker): boolean =>
  said(asker).every((one) => one.acts.some((act) => act.kind === 'ask'));

function sheet(): Sheet {
  const mirror = {
    starts: 148,
    asking_starts: 41,
    asks_out: 57,
    gives_out: 83,
    others_starts: 203,
    answered: 171,
    in_words:
      'You opened 148 conversations, 41 of them with a request; others opened 203, and you answered 171.',
    rows: people()
      .filter((one) => one.side === 'out')
      .map(rowOf),
    months: mirrorMonths(),
  };
  const one_sided = people()
    .filter((one) => one.side === 'in' && onlyAsks(one))
    .map(rowOf);
  const left_out = [...left].map((id) => ({
    id,
    name: askers.find((one) => one.id === id)?.name ?? 'Walter Brandt',
  }));
  return { mirror, one_sided, weighed: 212, left_out };
}

const none: Sheet = {
  mirror: { ...sheet().mirror, starts: 0, rows: [], months: [], in_words: '' },
  one_sided: [],
  weighed: 0,
  left_out: [],
};

const done = (deed: string, id: string): Done<null> => ({
  value: null,
  deed,
  touched: { ...untouched, contacts: id ? [id] : [], interactions: true },
  undoable: true,
});

export const review: Partial<Desk> = {
  review: async () => {
    if (scene === 'too-new') throw new Troubled({ kind: 'too-new' });
    if (scene === 'empty') return none;
    const whole = sheet();
    if (scene !== 'nobody') return whole;
    return { ...whole, one_sided: [], left_out: [], mirror: { ...whole.mirror, rows: [] } };
  },
  reviewEvidence: async (contact, which) => {
    const asker = askers.find(({ id }) => id === contact) ?? viktor;
    const way = which.endsWith('_in') ? 'in' : 'out';
    return said(asker).filter((one) => one.direction === way);
  },
  correctAct: async (id, kind) => {
    const kept = messages.get(id);
    for (const act of kept?.acts ?? []) Object.assign(act, { kind, corrected: true });
    return done('correct-act', '');
  },
  ownEvidence: async () => [said(viktor)[0]].filter((one) => one !== undefined),
  openEvidence: async (ids) =>
    structuredClone(ids.map((id) => messages.get(id)).filter((one) => one !== undefined)),
  whatWorks: async () => ({ rates: rates(scene === 'empty' || scene === 'few' ? 0.1 : 1) }),
  learnt: async () => ({ rows: structuredClone(kept), swayed: kept.length > 1 ? 3 : 0 }),
  forgetLearnt: async (id) => {
    kept = kept.filter((one) => one.id !== id);
    return done('forget-learnt', '');
  },
  forgetAllLearnt: async () => {
    kept = [];
    return done('forget-learnt', '');
  },
  judgeAnew: async () => ({ value: 0, deed: 'judge', touched: untouched, undoable: false }),
  openInteractions: async (ids) => {
    const mine = ids.map((id) => messages.get(id)).filter((one) => one !== undefined);
    const others = ids.filter((id) => !messages.has(id));
    const theirs = others.length > 0 ? await contacts.openInteractions?.(others) : [];
    return structuredClone([...mine, ...(theirs ?? [])]);
  },
  changeContact: async (id, change) => {
    if (change.change !== 'left-out-of-review' && contacts.changeContact)
      return contacts.changeContact(id, change);
    if (change.change === 'left-out-of-review' && change.on) left.add(id);
    else left.delete(id);
    return done('leave-out-of-review', id);
  },
};
