/**
 * Stands in for Rust on the page "Campaigns" of Review: invented people only. The address chooses:
 * `?room=review&campaigns=1`, `&review=empty`, `campaign=webinar` `tour` `many` (500 people),
 * `message=webinar-2`.
 */
import { Troubled, type Desk, type Done } from '../../bridge/desk';
import { untouched } from '../../bridge/touched';
import type { Message, Page, Row, Slot } from '../../rooms/review/campaigns/kinds';
import { align } from './aligned';
import { ago } from './compose.people';

const empty = new URLSearchParams(globalThis.location?.search ?? '').get('review') === 'empty';

const NAMES = ['Ada King', 'Bea Chandra', 'Chidi Okafor', 'Dora Lindqvist', 'Emil Novák'].concat(
  ['Farah Haddad', 'Goran Marić', 'Hana Sato', 'Idris Bello', 'Jun Park', 'Kofi Mensah'],
  ['Lena Fischer', 'Maximiliane-Friederike von Donaudampfschifffahrtsgesellschaft'],
);
const TOWNS = ['Porto', 'Ghent', 'Leeds', 'Turin', 'Bergen', 'Graz', 'Cork'];

const webinar = (name: string, i: number): string =>
  `Hi ${name},

I am excited to invite you to our free webinar on quiet hiring. We have helped ${40 + i} teams in ${TOWNS[i % 7]} to cut their time to hire by half, and I would love to show you how.${i % 3 ? '' : ' A colleague of yours will be there.'} Bring your questions.

Best regards
Olive`;

const tour = (name: string): string =>
  `Dear ${name}, the new grinding hall is open. On the first Thursday of every month we show how a lens is made; the tour ends with tea on the roof.`;

const news = (): string =>
  'We have moved. From Monday on you find us at the old mill, second floor, with the same telephone.';

function made(
  id: string,
  title: string,
  texts: string[],
  words: (RegExp | string)[],
  days: number,
): Page {
  const names = texts.map((_, i) => NAMES[i % NAMES.length] ?? '');
  const template = texts[0] ?? '';
  const messages = texts.map((text, i): Message => {
    const answered = i % 6 === 3;
    return {
      interaction: `${id}-${i}`,
      contacts: [{ id: `${id}-p${i}`, name: i < 13 ? (names[i] ?? '') : `${names[i]} ${i}` }],
      at: ago(days + i / 8),
      answered_at: answered ? ago(days + i / 8 - 1) : null,
      text,
      aligned: align(template, text),
    };
  });
  const slots = words.flatMap((word): Slot[] => {
    const at = template.search(word);
    const here = template.match(word)?.[0] ?? '';
    if (at < 0) return [];
    const runs = messages.flatMap(({ aligned, text }) =>
      aligned
        .filter((run) => run.kind === 'slot' && run.draft[0] >= at - 1 && run.draft[0] <= at + 1)
        .map((run) => text.slice(...run.earlier)),
    );
    return [{ span: [at, at + here.length], fillings: [...new Set([here, ...runs])] }];
  });
  const row: Row = {
    id,
    title,
    text: template,
    first_at: messages.at(-1)?.at ?? ago(days),
    last_at: ago(days),
    people: messages.length,
    answered: messages.filter((one) => one.answered_at).length,
    meant: id === 'moved',
  };
  return { row, slots, messages };
}

const first = (name: string): string => name.split(' ')[0] ?? '';
const some = (count: number, text: (name: string, i: number) => string): string[] =>
  Array.from({ length: count }, (_, i) => text(first(NAMES[i % NAMES.length] ?? ''), i));
const places = [/Ada/, /40/, /Porto/, / A colleague of yours will be there\./];

const pages = new Map<string, Page>(
  [
    made('webinar', 'An invitation to our webinar', some(13, webinar), places, 12),
    made('tour', 'Dear Ada, the new grinding hall is open', some(5, tour), [/Ada/], 240),
    made('moved', 'We have moved', some(8, news), [], 400),
    made('many', 'An invitation to everybody', some(500, webinar), places, 30),
  ].map((page) => [page.row.id, page]),
);

const done = (): Done<null> => ({
  value: null,
  deed: 'mean-campaign',
  touched: { ...untouched, interactions: true },
  undoable: true,
});

export const campaigns: Partial<Desk> = {
  campaigns: async () => (empty ? [] : [...pages.values()].map(({ row }) => ({ ...row }))),
  campaign: async (id) => {
    const page = pages.get(id);
    if (!page) throw new Troubled({ kind: 'not-found', what: 'campaign' });
    return { ...page, row: { ...page.row } };
  },
  meanCampaign: async (id, on) => {
    const page = pages.get(id);
    if (page) page.row.meant = on;
    return done();
  },
};
