import { expect, test } from 'vitest';
import { inWords } from './change';

const change = (part: object) => ({
  what: 'contact',
  became: 'different',
  field: 'headline',
  before: '',
  after: '',
  ...part,
});

test('what came or went is told by what it says', () => {
  const note = { what: 'note', field: '' };
  expect(inWords(change({ ...note, became: 'there', after: 'keeps bees' }))).toEqual({
    title: 'Note added',
    said: '“keeps bees”',
  });
  expect(inWords(change({ ...note, became: 'gone', before: 'keeps bees' })).title).toBe(
    'Note removed',
  );
});

test('a field is told by what it said before and after', () => {
  expect(inWords(change({ before: 'Clerk', after: 'Head' })).said).toBe('“Clerk” → “Head”');
  expect(inWords(change({ before: 'Clerk' })).said).toBe('“Clerk” → —');
  expect(inWords(change({ field: 'how_met', after: 'at a fair' }))).toEqual({
    title: 'How you met',
    said: '“at a fair”',
  });
});

test('a choice is yes or no', () => {
  const said = inWords(change({ field: 'do_not_contact', before: '0', after: '1' })).said;
  expect(said).toBe('no → yes');
});
