import { expect, test } from 'vitest';
import { Troubled } from '../bridge/troubled';
import { wordsForTrouble } from './trouble';

test('a known trouble has its own sentence', () => {
  expect(wordsForTrouble(new Troubled({ kind: 'diskFull' })).title).toBe('The disk is full');
});

test('what Rust adds stands where the advice would', () => {
  const told = wordsForTrouble(new Troubled({ kind: 'unreadable', detail: 'line 7 of a.csv' }));
  expect(told).toEqual({ title: 'This file could not be read', advice: 'line 7 of a.csv' });
});

test.each([new Troubled({ kind: 'neverHeardOf' }), new TypeError('x is undefined'), 'a string'])(
  'anything else is told without its innards',
  (thrown) => {
    expect(wordsForTrouble(thrown).title).toBe('That did not work');
  },
);
