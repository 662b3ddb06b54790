import { expect, test } from 'vitest';
import { usualChannel } from './channel';
import { announceable, highlights, merged, named, whoHadIt } from './findings';
import type { Card, Finding } from './kinds';

const finding = (
  rule: string,
  span: [number, number] | null,
  more: Partial<Finding> = {},
): Finding => ({
  rule,
  title: rule,
  why: '',
  span,
  more: [],
  slots: [],
  evidence: [],
  campaign: null,
  people: 0,
  answered: 0,
  ...more,
});

const wentTo = (...names: string[]): Finding['evidence'][number] => ({
  interaction: names.join(),
  to: names.join(', '),
  contacts: names.map((name) => ({ id: name.toLowerCase(), name })),
  at: '2026-03-02T09:00:00Z',
  likeness: 1,
  text: '',
  aligned: [],
  answered: false,
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

test('further places are shaded like the first, and slots are boxed, all under one name', () => {
  const same = finding('same-text', [0, 9], { more: [[12, 20]], slots: [[3, 6]] });
  expect(highlights(named([same]), 'look')).toEqual([
    { id: 'same-text-0', start: 0, end: 9, tone: 'warn' },
    { id: 'same-text-0', start: 12, end: 20, tone: 'warn' },
    { id: 'same-text-0', start: 3, end: 6, tone: 'slot' },
  ]);
});

test('a text with slots is a mail merge', () => {
  expect(merged(finding('same-text', null, { slots: [[3, 6]] }))).toBe(true);
  expect(merged(finding('same-text', null))).toBe(false);
});

test('the first few who had it are named once each, and the others counted', () => {
  const evidence = [wentTo('Ada', 'Bea'), wentTo('Ada'), wentTo('Chidi'), wentTo('Dora')];
  const same = finding('same-text', null, { evidence, people: 13 });
  expect(whoHadIt(same)).toEqual({ names: ['Ada', 'Bea', 'Chidi'], more: 10 });
  expect(whoHadIt(finding('pitch', null))).toEqual({ names: [], more: 0 });
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
