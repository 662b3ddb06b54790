import { expect, test } from 'vitest';
import { dayInWords, dayToType, rowTime, today, typedDay } from './days';

test('a day without a year is told without one', () => {
  expect(dayInWords('--12-10', 'en-GB')).toBe('10 December');
  expect(dayInWords('--02-29', 'en-GB')).toBe('29 February');
  expect(dayInWords('2018-10-18', 'en-GB')).toBe('18 October 2018');
});

test('a day that is none is shown as it is', () => {
  expect(dayInWords('soon', 'en-GB')).toBe('soon');
});

test('a month and a day are typed without signs', () => {
  expect(typedDay('5-9')).toBe('--05-09');
  expect(typedDay('--05-09')).toBe('--05-09');
  expect(typedDay(' 2024-05-09 ')).toBe('2024-05-09');
  expect(typedDay(dayToType('--12-10'))).toBe('--12-10');
});

test('a row tells the hour of today, the day of this year, the month of another', () => {
  const now = new Date(2026, 10, 23, 18);
  expect(rowTime(new Date(2026, 10, 23, 16, 5).toISOString(), now, 'en-GB')).toBe('16:05');
  expect(rowTime(new Date(2026, 2, 1, 9).toISOString(), now, 'en-GB')).toBe('1 Mar');
  expect(rowTime(new Date(2024, 2, 1, 9).toISOString(), now, 'en-GB')).toBe('Mar 2024');
});

test('today is the day of the owner, not of Greenwich', () => {
  expect(today(new Date(2026, 0, 3, 0, 1))).toBe('2026-01-03');
});
