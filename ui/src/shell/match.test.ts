import { expect, test } from 'vitest';
import { matching } from './match';

const titles = (query: string, ...all: string[]) =>
  matching(
    all.map((title) => ({ title })),
    query,
  ).map(({ title }) => title);

test('the beginning of the title comes first', () => {
  expect(titles('co', 'Go to Compose', 'Compose')).toEqual(['Compose', 'Go to Compose']);
});

test('accents and case do not matter', () => {
  expect(titles('ZOE', 'Zoë Müller')).toEqual(['Zoë Müller']);
});

test('every word has to fit', () => {
  expect(titles('go set', 'Go to Settings', 'Go to Today')).toEqual(['Go to Settings']);
});
