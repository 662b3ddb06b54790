import { expect, test } from 'vitest';
import { exact, relative, short } from './dates';

const now = new Date(2026, 10, 23, 16, 0);

test.each([
  ['2026-11-23', 'today'],
  ['2026-11-22', 'yesterday'],
  ['2026-11-24', 'tomorrow'],
  ['2026-11-13', '10 days ago'],
  ['2026-11-02', '3 weeks ago'],
  ['2026-07-01', '4 months ago'],
  ['2023-11-01', '3 years ago'],
])('%s is told as %s', (at, told) => {
  expect(relative(at, now, 'en-GB')).toBe(told);
});

test('a minute before midnight is yesterday, not today', () => {
  const lateYesterday = new Date(2026, 10, 22, 23, 59).toISOString();
  expect(relative(lateYesterday, now, 'en-GB')).toBe('yesterday');
});

test('a day has no hour, a moment has one', () => {
  expect(exact('2026-11-23', 'en-GB')).toBe('Monday, 23 November 2026');
  expect(exact(new Date(2026, 10, 23, 9, 5).toISOString(), 'en-GB')).toContain('09:05');
});

test('the year is told when it is another', () => {
  expect(short('2026-03-01', now, 'en-GB')).toBe('1 Mar');
  expect(short('2024-03-01', now, 'en-GB')).toBe('1 Mar 2024');
});
