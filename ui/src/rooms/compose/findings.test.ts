import { expect, test } from 'vitest';
import { usualChannel } from './channel';
import { announceable, highlights, named } from './findings';
import type { Card, Finding } from './kinds';

const finding = (rule: string, span: [number, number] | null): Finding => ({
  rule,
  title: rule,
  why: '',
  span,
  evidence: [],
});

test('two findings of one rule have two names', () => {
  const both = named([finding('pitch', [0, 4]), finding('pitch', [9, 12])]);
  expect(both.map((one) => one.id)).toEqual(['pitch-0', 'pitch-1']);
});

test('only what has a place in the text is highlighted, in the tone of the verdict', () => {
  const list = named([finding('pitch', [2, 5]), finding('many-recipients', null)]);
  expect(highlights(list, 'look')).toEqual([{ id: 'pitch-0', start: 2, end: 5, tone: 'warn' }]);
  expect(highlights(list, 'blast')[0]?.tone).toBe('stop');
});

test('an announcement is an answer to what says that many are addressed', () => {
  expect(announceable(finding('same-text', null))).toBe(true);
  expect(announceable(finding('merge-leftover', null))).toBe(false);
});

const known = (last: string | null, ...kinds: string[]) =>
  ({
    last: last && { channel: last },
    identities: kinds.map((kind) => ({ kind })),
  }) as unknown as Card;

test.each([
  ['what was last written by', known('linkedin', 'email'), 'linkedin'],
  ['a meeting is no way to write', known('in-person', 'email', 'linkedin'), 'email'],
  ['who has only a profile', known(null, 'linkedin'), 'linkedin'],
  ['who has nothing', known(null), 'email'],
])('the usual channel: %s', (_, card, channel) => {
  expect(usualChannel(card)).toBe(channel);
});
