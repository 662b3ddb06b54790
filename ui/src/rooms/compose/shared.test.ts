import { expect, test } from 'vitest';
import { sharedWords } from './shared';

const marked = (draft: string, earlier: string): string[] =>
  sharedWords(draft, earlier).map(({ start, end }) => earlier.slice(start, end));

test('runs of three words and more are marked, whatever their case and signs', () => {
  expect(marked('I would love to show you how.', 'Bea, I would LOVE to show it.')).toEqual([
    'I would LOVE to show',
  ]);
});

test('a name that was exchanged parts two phrases', () => {
  const draft = 'We saw that Northwind is hiring and would love to help.';
  const earlier = 'We saw that Lanterna is hiring and would love to help.';
  expect(marked(draft, earlier)).toEqual(['We saw that', 'is hiring and would love to help']);
});

test('single words that any two letters share are left alone', () => {
  expect(marked('The cat is on the roof', 'A roof is the place')).toEqual([]);
});

test('one phrase over several sentences is one mark', () => {
  const text = 'One two three. Four five six!';
  expect(marked(text, text)).toEqual(['One two three. Four five six']);
});

test('short texts have nothing to share', () => {
  expect(marked('', 'Thank you')).toEqual([]);
  expect(marked('Thank you', 'Thank you')).toEqual([]);
});
