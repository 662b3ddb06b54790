import { expect, test } from 'vitest';
import { periods, reach } from './periods';
import type { MonthOf } from './sheet';

const month = (name: string, asks = 1): MonthOf => ({
  month: name,
  asks_in: asks,
  gives_in: 0,
  asks_out: 0,
  gives_out: 0,
});

test('months without anything are drawn too, so that time runs evenly', () => {
  const months = [month('2025-11'), month('2026-02', 3)];
  const drawn = periods(months, reach(months), 12);
  expect(drawn.map((one) => one.label)).toEqual(['Nov 2025', 'Dec 2025', 'Jan 2026', 'Feb 2026']);
  expect(drawn.map((one) => one.asksIn)).toEqual([1, 0, 0, 3]);
});

test('what does not fit as months becomes quarters, then years, and nothing is lost', () => {
  const months = [month('2024-01'), month('2024-03', 2), month('2025-12', 4)];
  const quarters = periods(months, reach(months), 12);
  expect(quarters).toHaveLength(8);
  expect(quarters[0]).toMatchObject({ label: 'Q1 2024', asksIn: 3 });
  const years = periods(months, reach(months), 4);
  expect(years.map((one) => [one.label, one.asksIn])).toEqual([
    ['2024', 3],
    ['2025', 4],
  ]);
});

test('all pictures share one axis: a row is drawn over the reach of everybody', () => {
  const over = reach([month('2026-01'), month('2026-06')]);
  expect(periods([month('2026-03')], over, 12).map((one) => one.asksIn)).toEqual([
    0, 0, 1, 0, 0, 0,
  ]);
});

test('no months and what is no month draw nothing', () => {
  expect(periods([], reach([]), 12)).toEqual([]);
  expect(reach([month('someday')])).toBeUndefined();
});
