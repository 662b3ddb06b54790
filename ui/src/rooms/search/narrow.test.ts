import { expect, test } from 'vitest';
import { isMoment, piecesOf, questionOf, wantedOf, widened, without } from './narrow';

const told = (query: string) =>
  wantedOf(query).filters.map(({ kind, value }) => `${kind} ${value}`);

test('what narrows is taken out of the words', () => {
  const query = 'budget from:ada in:LinkedIn before:2025-06 "old plan" -draft';
  expect(told(query)).toEqual(['from ada', 'in linkedin', 'before 2025-06', 'without draft']);
  expect(wantedOf(query).words).toBe('budget "old plan"');
});

test('a name in quotes is one name, also while its quotes are open', () => {
  expect(told('to:"Ada King" hello')).toEqual(['to Ada King']);
  expect(told('to:"Ada Ki')).toEqual(['to Ada Ki']);
});

test('a name that is still to be typed narrows nothing yet, and is no word either', () => {
  expect(wantedOf('from: budget')).toEqual({ filters: [], words: 'budget' });
});

test('asks is a word until something else narrows', () => {
  expect(told('asks nicely')).toEqual([]);
  expect(told('Asks in:mail')).toEqual(['act asks', 'in email']);
  expect(told('act:give')).toEqual(['act gives']);
});

test.each(['before:christmas', 'in:love', 're:plan', 'before:2025-13', 'after:20250', ':x', '-'])(
  'a key with a value that means nothing stays a word: %s',
  (query) => {
    expect(wantedOf(query)).toEqual({ filters: [], words: query });
  },
);

test('channels are understood by several words', () => {
  expect(told('in:e-mail')).toEqual(['in email']);
  expect(told('in:WhatsApp')).toEqual(['in chat']);
  expect(told('in:meeting')).toEqual(['in in-person']);
});

test('days are days of the calendar', () => {
  expect(['2025', '2025-6', '2025-06-14', '2024-02-29'].every(isMoment)).toBe(true);
  expect(['1899', '2025-02-30', '2025-00', '2025-06-', 'june'].some(isMoment)).toBe(false);
});

test('every piece knows where it stands', () => {
  const query = '  a "b c"  to:"d e"x';
  const pieces = piecesOf(query);
  expect(pieces.map((piece) => piece.text)).toEqual(['a', '"b c"', 'to:"d e"x']);
  for (const { start, end, text } of pieces) expect(query.slice(start, end)).toBe(text);
});

test('a filter is taken away where it stands, and the rest stays as it was typed', () => {
  const query = 'old from:ada  "the plan" -draft';
  const [from] = wantedOf(query).filters;
  expect(from && without(query, from)).toBe('old "the plan" -draft');
  expect(widened(query)).toBe('old "the plan"');
});

test('a key whose value is not complete yet is not asked for while it is typed', () => {
  expect(['tea in:', 'tea in:li', 'tea before:20', 'tea from:'].map(questionOf)).toEqual(
    Array.from({ length: 4 }, () => 'tea'),
  );
  for (const asked of ['tea in:love ', 'tea in:mail', 'tea re:plan', 'in:x tea', ''])
    expect(questionOf(asked)).toBe(asked);
});
