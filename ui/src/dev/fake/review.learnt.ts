/** What works and what was learnt, of an invented owner. */
import type { Desk } from '../../bridge/desk';

type Rate = Awaited<ReturnType<Desk['whatWorks']>>['rates'][number];
type Lesson = Awaited<ReturnType<Desk['learnt']>>['rows'][number];

const counts: readonly (readonly [sort: string, sent: number, answered: number])[] = [
  ['any', 148, 92],
  ['short', 71, 52],
  ['medium', 60, 34],
  ['long', 17, 6],
  ['asks', 41, 22],
  ['gives', 38, 31],
  ['neither', 69, 39],
  ['first', 9, 2],
  ['known', 139, 90],
  ['about-them', 66, 53],
  ['not-about-them', 82, 39],
];

/** About as wide as Wilson's interval is. */
function rate(sort: string, sent: number, answered: number): Rate {
  const share = sent > 0 ? answered / sent : 0;
  const reach = Math.min(0.35, 1 / Math.sqrt(sent + 4));
  const known = sent >= 10;
  return {
    sort,
    sent,
    answered,
    from: known ? Math.max(0, share - reach) : null,
    to: known ? Math.min(1, share + reach) : null,
  };
}

export const rates = (scale: number): Rate[] =>
  counts.map(([sort, sent, answered]) =>
    rate(sort, Math.floor(sent * scale * 0.6), Math.floor(answered * scale * 0.6)),
  );

const viktor = { id: 'viktor', name: 'Viktor Halvorsen' };

export const lessons: Lesson[] = [
  {
    id: 'l1',
    interaction: 'viktor-0',
    at: '2026-03-02T09:00:00Z',
    with: [viktor],
    sentence: 'Please fill in the timesheet by noon.',
    read_as: 'ask',
    said: 'inform',
    words: [[7, 28]],
  },
  {
    id: 'l2',
    interaction: 'viktor-1',
    at: '2026-02-16T09:00:00Z',
    with: [viktor],
    sentence: 'Please fill in the timesheet before you leave.',
    read_as: 'ask',
    said: 'inform',
    words: [[7, 28]],
  },
  {
    id: 'l3',
    interaction: 'viktor-2',
    at: '2025-12-01T09:00:00Z',
    with: [],
    sentence: 'The door stays open for you.',
    read_as: null,
    said: 'give',
    words: [],
  },
];
