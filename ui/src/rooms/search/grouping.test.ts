import { expect, test } from 'vitest';
import type { Find } from './finds';
import { groupsOf, subjectOf } from './grouping';

const find = (id: string, contact: string, conversation: string | null, subject = ''): Find => ({
  id,
  at: '2026-01-01T10:00:00Z',
  contact: contact ? { id: contact, name: contact } : null,
  conversation,
  channel: 'email',
  direction: 'in',
  subject,
  text: '',
  marks: [],
});
const shape = (finds: Find[]) =>
  groupsOf(finds).map(({ id, talks }) => [
    id,
    ...talks.map((t) => t.finds.map((f) => f.id).join()),
  ]);

test('finds stand under their contact and their conversation, in the order they came in', () => {
  const finds = [
    find('1', 'bea', 'x'),
    find('2', 'ada', 'y'),
    find('3', 'bea', 'z'),
    find('4', 'bea', 'x'),
  ];
  expect(shape(finds)).toEqual([
    ['bea', '1,4', '3'],
    ['ada', '2'],
  ]);
});

test('what belongs to no conversation stands by itself', () => {
  expect(shape([find('1', 'ada', null), find('2', 'ada', null)])).toEqual([['ada', '1', '2']]);
});

test('one conversation with two people stands under each', () => {
  expect(shape([find('1', 'ada', 'x'), find('2', 'bea', 'x')])).toEqual([
    ['ada', '1'],
    ['bea', '2'],
  ]);
});

test('what passed with nobody known is not lost', () => {
  const [group] = groupsOf([find('1', '', null)]);
  expect(group).toMatchObject({ contact: null, count: 1 });
});

test('a conversation is called after the first of its finds that has a subject', () => {
  const [group] = groupsOf([find('1', 'ada', 'x'), find('2', 'ada', 'x', 'RE: Fwd: The loom')]);
  expect(group?.talks[0]?.subject).toBe('The loom');
});

test('answers lose their "Re:", and words that only begin so keep it', () => {
  expect(subjectOf('AW: Re[2]: Thursday')).toBe('Thursday');
  expect(subjectOf('Returns: the tea')).toBe('Returns: the tea');
});
