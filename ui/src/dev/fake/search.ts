/**
 * Stands in for Rust in the room "Search": finds among the invented correspondence, a few notes
 * and the crowd. `?slow` answers after a second, and the shorter a search the later.
 */
import type { Desk } from '../../bridge/desk';
import { piecesOf, wantedOf, type Filter, type Wanted } from '../../rooms/search/narrow';
import { contacts } from './contacts';
import { correspondence, named, type Told } from './search.letters';

type Found = Awaited<ReturnType<Desk['search']>>;

const slow = new URLSearchParams(globalThis.location?.search ?? '').has('slow');
const SHOWN = 30;
const AROUND = 60;
const SNIPPET = 180;

const notes: Found['notes'] = [
  ['ada', 'Plays the viola; met at the workshop in Bern, and has photographs of it.'],
  ['bea', 'Keeps the budget of the society. Mornings are best for anything long.'],
  ['chidi', 'Builds looms. Would like to speak at a workshop some day.'],
  ['emil', 'Makes lanterns for the museum; can lend us tools.'],
].map(([id = '', text = ''], i) => ({ id: `note-${i}`, contact: named(id), text }));

const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('"', '');

interface Looked {
  /** Words and phrases, each at the beginning of a word. */
  wanted: string[];
  out: string[];
}

function lookedFor({ words, filters }: Wanted): Looked {
  return {
    wanted: piecesOf(words).map(({ text }) => fold(text)),
    out: filters.filter(({ kind }) => kind === 'without').map(({ value }) => fold(value)),
  };
}

const has = (text: string, word: string): boolean =>
  ` ${fold(text).replace(/\W+/g, ' ')}`.includes(` ${word}`);
const fits = (text: string, { wanted, out }: Looked): boolean =>
  wanted.every((word) => has(text, word)) && !out.some((word) => has(text, word));

function passes({ interaction, contact, acts }: Told, { kind, value }: Filter): boolean {
  const meant = has(contact.name, fold(value));
  const begins = (): string => new Date(`${value}-01-01`.slice(0, 10)).toISOString();
  const tests: Record<Filter['kind'], () => boolean> = {
    from: () => meant && interaction.direction === 'in',
    to: () => meant && interaction.direction === 'out',
    with: () => meant,
    in: () => interaction.channel === value,
    before: () => interaction.at < begins(),
    after: () => interaction.at >= begins(),
    act: () => acts === value,
    without: () => true,
  };
  return tests[kind]();
}

/** The words around the first find, and where the found ones stand in them. */
function snippet(
  text: string,
  wanted: readonly string[],
): Pick<Found['interactions'][number], 'text' | 'marks'> {
  const marksIn = (line: string): [number, number][] =>
    [...line.matchAll(/[\p{L}\p{N}]+/gu)]
      .filter(({ 0: word }) =>
        wanted.some((w) => w.split(' ').some((one) => fold(word).startsWith(one))),
      )
      .map(({ 0: word, index }) => [index, index + word.length]);
  const first = marksIn(text)[0]?.[0] ?? 0;
  const from = first > AROUND ? text.indexOf(' ', first - AROUND) + 1 : 0;
  const part = text.slice(from, from + SNIPPET);
  const cut = from + SNIPPET < text.length ? part.replace(/\s\S*$/, '') : part;
  const line = `${from > 0 ? '… ' : ''}${cut}${from + SNIPPET < text.length ? ' …' : ''}`;
  return { text: line, marks: marksIn(line) };
}

function find(told: Told, { wanted }: Looked): Found['interactions'][number] {
  const { id, at, channel, direction, subject, text, conversation } = told.interaction;
  const { contact } = told;
  return { id, at, contact, conversation, channel, direction, subject, ...snippet(text, wanted) };
}

export const search: Partial<Desk> = {
  search: async (query) => {
    if (slow) await new Promise((resolve) => setTimeout(resolve, 1500 - 80 * query.length));
    const wanted = wantedOf(query);
    const looked = lookedFor(wanted);
    const narrows = wanted.filters.filter(({ kind }) => kind !== 'without');
    const any = looked.wanted.length > 0;
    const plain = narrows.length === 0 && any;
    const people = plain
      ? await contacts.listContacts?.({
          ...{ query: looked.wanted.join(' '), tag: null, circle: null, automated: false },
          ...{ order: 'name', offset: 0, limit: SHOWN },
        })
      : undefined;
    return {
      contacts: people?.rows ?? [],
      notes: plain ? notes.filter((note) => fits(note.text, looked)) : [],
      interactions: (any || narrows.length > 0 ? correspondence : [])
        .filter(({ interaction: { subject, text } }) => fits(`${subject} ${text}`, looked))
        .filter((told) => narrows.every((filter) => passes(told, filter)))
        .slice(0, SHOWN)
        .map((told) => find(told, looked)),
    };
  },
};
