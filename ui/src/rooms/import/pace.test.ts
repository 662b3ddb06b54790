import { expect, test } from 'vitest';
import { Pace } from './pace';

const told = (done: number, stage = 'interactions') => ({ id: 'p', done, of: 10_000, stage });

test('after a moment it tells how many a second, and how long it still takes', () => {
  const pace = new Pace(0);
  expect(pace.hear(told(2000), 1000)).toEqual({ rate: 2000, left: 4 });
  expect(pace.hear(told(4000), 4000)).toEqual({ rate: 1000, left: 6 });
});

test('too short a time tells nothing', () => {
  expect(new Pace(0).hear(told(2000), 100)).toBeNull();
});

test('a new stage is timed from the end of the one before', () => {
  const pace = new Pace(0);
  pace.hear(told(500, 'contacts'), 9000);
  expect(pace.hear(told(2000), 10_000)?.rate).toBe(2000);
});
