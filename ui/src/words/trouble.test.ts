import { expect, test } from 'vitest';
import { Troubled, type Trouble } from '../bridge/troubled';
import { wordsForTrouble } from './trouble';

test('a known trouble has its own sentence', () => {
  expect(wordsForTrouble(new Troubled({ kind: 'disk-full' })).title).toBe('The disk is full');
});

test('a file is named, with why', () => {
  const told = wordsForTrouble(
    new Troubled({ kind: 'file', path: 'a.csv', why: 'permissions forbid it' }),
  );
  expect(told.advice).toBe('a.csv: permissions forbid it');
});

test.each([
  new Troubled({ kind: 'never-heard-of' } as unknown as Trouble),
  new TypeError('x is undefined'),
  'a string',
])('anything else is told without its innards', (thrown) => {
  expect(wordsForTrouble(thrown).title).toBe('That did not work');
});
