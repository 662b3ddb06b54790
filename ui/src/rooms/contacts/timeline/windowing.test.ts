import { expect, test } from 'vitest';
import { layout } from './windowing';

test('rows of one height stand under one another', () => {
  const rows = layout(30_000, 84, []);
  expect(rows.total).toBe(30_000 * 84);
  expect(rows.top(10)).toBe(840);
  expect(rows.at(0)).toBe(0);
  expect(rows.at(839)).toBe(9);
  expect(rows.at(9e9)).toBe(29_999);
});

test('an open row moves those below it and none above', () => {
  const rows = layout(100, 80, [
    { index: 5, height: 300 },
    { index: 2, height: 100 },
  ]);
  expect(rows.top(2)).toBe(160);
  expect(rows.top(3)).toBe(260);
  expect(rows.top(6)).toBe(6 * 80 + 20 + 220);
  expect(rows.total).toBe(100 * 80 + 240);
});

test('every place belongs to the row that stands there', () => {
  const rows = layout(40, 50, [
    { index: 3, height: 400 },
    { index: 4, height: 90 },
    { index: 99, height: 500 },
  ]);
  for (let index = 0; index < 40; index++) {
    expect(rows.at(rows.top(index))).toBe(index);
    expect(rows.at(rows.top(index + 1) - 1)).toBe(index);
  }
});

test('an empty list has no rows to stand anywhere', () => {
  expect(layout(0, 84, []).total).toBe(0);
  expect(layout(0, 84, []).at(100)).toBe(0);
});
