import { expect, test } from 'vitest';
import { CADENCES, cadence } from './cadence';

test.each([
  [7, 'every week'],
  [30, 'every month'],
  [91, 'every three months'],
  [45, 'every 45 days'],
])('%i days are %s', (days, words) => {
  expect(cadence(days)).toBe(words);
});

test('whatever is offered has words of its own', () => {
  expect(CADENCES.filter((days) => cadence(days).endsWith('days'))).toEqual([]);
});
