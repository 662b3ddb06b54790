import { expect, test } from 'vitest';
import { allKeys, completionOf, nameOffers, taking, type Offer } from './complete';

const now = new Date(2026, 1, 14);
const at = (query: string, caret = query.length) => completionOf(query, caret, now);
const titles = (query: string, caret?: number) => at(query, caret)?.offers.map((one) => one.title);
const offer = (text: string): Offer => ({ text, title: text, detail: '' });
const person = (name: string) => ({
  id: name,
  name,
  organisation: 'Northwind',
  title: '',
  tags: [],
  last_at: null,
  last_direction: null,
  interactions: 0,
});

test('a word that is begun may become a key', () => {
  expect(titles('f')).toEqual(['from:']);
  expect(titles('budget A')).toEqual(['after:']);
  expect(titles('budget')).toEqual([]);
});

test('nothing is offered between words, and nothing before one', () => {
  expect(at('from ')).toBeNull();
  expect(at('from', 0)).toBeNull();
  expect(at('')).toBeNull();
});

test('asks and gives are offered where something else narrows', () => {
  expect(titles('as')).toEqual([]);
  expect(titles('in:mail as')).toEqual(['asks']);
});

test('after in: stand the channels, until one is complete', () => {
  expect(titles('in:')).toHaveLength(8);
  expect(titles('in:in')).toEqual(['in-person']);
  expect(titles('in:e')).toEqual(['mail']);
  expect(titles('in:mail')).toEqual([]);
});

test('after before: and after: stand the last years, then the last months', () => {
  expect(titles('before:')).toEqual([
    ...['2026', '2025', '2024', '2023', '2022'],
    ...['2026-02', '2026-01', '2025-12', '2025-11', '2025-10', '2025-09'],
  ]);
});

test('within a year stand its months, and none that is still to come', () => {
  expect(titles('after:2026')).toEqual(['2026-02', '2026-01']);
  expect(titles('after:2019-0')?.at(0)).toBe('2019-09');
  expect(titles('after:2019-')).toHaveLength(12);
  expect(at('after:2025-0')?.offers[0]).toMatchObject({
    text: 'after:2025-09',
    detail: 'September 2025',
  });
});

test('after from:, to: and with: a name is asked for as far as it is typed', () => {
  expect(at('from:ada')?.name).toEqual({ key: 'from', begun: 'ada' });
  expect(at('to:"Ada K')?.name).toEqual({ key: 'to', begun: 'Ada K' });
  expect(at('with:')).toBeNull();
  expect(at('with:"Ada King"')).toBeNull();
});

test('a name with blanks is put in quotes', () => {
  const offers = nameOffers('from', [person('Ada King'), person('Li'), person('Al "Ace" Kim')]);
  expect(offers.map((one) => one.text)).toEqual([
    'from:"Ada King"',
    'from:Li',
    'from:"Al Ace Kim"',
  ]);
  expect(offers[0]?.detail).toBe('Northwind');
});

test('what is taken stands in the place of what was begun, and one can go on typing', () => {
  const query = 'old fr plan';
  const piece = at(query, 6)?.piece ?? { start: 0, end: 0, text: '' };
  expect(taking(query, piece, offer('from:'))).toEqual({ query: 'old from: plan', caret: 9 });
  expect(taking(query, piece, offer('in:mail'))).toEqual({ query: 'old in:mail plan', caret: 12 });
  const last = at('in:ma')?.piece ?? piece;
  expect(taking('in:ma', last, offer('in:mail'))).toEqual({ query: 'in:mail ', caret: 8 });
});

test('in an empty field every key is offered on request', () => {
  expect(allKeys('').offers.map((one) => one.title)).toEqual([
    ...['from:', 'to:', 'with:', 'in:', 'before:', 'after:'],
  ]);
});
