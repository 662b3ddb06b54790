import { expect, test } from 'vitest';
import { counts, parts, type Run } from './aligned';

const texts = { draft: 'Hi Ada. See you there, soon.', earlier: 'Hi Bea. See you there.' };
const runs: Run[] = [
  { draft: [0, 2], earlier: [0, 2], kind: 'same' },
  { draft: [3, 6], earlier: [3, 6], kind: 'slot' },
  { draft: [8, 15], earlier: [8, 15], kind: 'same' },
  { draft: [16, 21], earlier: [16, 21], kind: 'same' },
  { draft: [21, 27], earlier: [21, 21], kind: 'slot' },
];
const shown = (side: 'draft' | 'earlier', list = runs) =>
  parts(texts, list, side).map(({ kind, text }) => `${kind}:${text}`);

test('each side is cut into what both say and what differs, and stays whole', () => {
  expect(shown('draft')).toEqual([
    'same:Hi',
    'plain: ',
    'slot:Ada',
    'plain:. ',
    'same:See you there',
    'slot:, soon',
    'plain:.',
  ]);
  const text = parts(texts, runs, 'earlier').map((part) => part.text);
  expect(text.join('')).toBe(texts.earlier);
});

test('a slot knows what stands in its place, also where there is nothing', () => {
  const slots = parts(texts, runs, 'earlier').filter((part) => part.kind === 'slot');
  expect(slots.map(({ text, other }) => [text, other])).toEqual([
    ['Bea', 'Ada'],
    ['', ', soon'],
  ]);
});

test('passages with no word between them are counted as one', () => {
  expect(counts(parts(texts, runs, 'draft'))).toEqual({ same: 2, slots: 2 });
});

test('places beyond the text, overlaps and another order do no harm', () => {
  const wild: Run[] = [
    { draft: [8, 99], earlier: [8, 99], kind: 'same' },
    { draft: [40, 50], earlier: [40, 50], kind: 'slot' },
    { draft: [0, 9], earlier: [0, 9], kind: 'same' },
  ];
  for (const side of ['draft', 'earlier'] as const) {
    const text = parts(texts, wild, side).map((part) => part.text);
    expect(text.join('')).toBe(texts[side]);
  }
});

test('without runs the text is plain, and an empty one is nothing', () => {
  expect(shown('draft', [])).toEqual([`plain:${texts.draft}`]);
  expect(parts({ draft: '', earlier: '' }, [], 'draft')).toEqual([]);
});
