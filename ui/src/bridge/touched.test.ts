import { expect, test } from 'vitest';
import { pulsing, untouched } from './touched';

test('a touched contact pulses by itself and as one of all', () => {
  const touched = { ...untouched, contacts: ['ada'], notes: true };
  expect(pulsing(touched)).toEqual(['contacts', 'contact:ada', 'notes']);
});

test('a deed that touched nothing wakes nobody', () => {
  expect(pulsing(untouched)).toEqual([]);
});
