import { expect, test } from 'vitest';
import { answering, type Told } from './answering';
import { allVisible, visible } from './visible';

test('what turns the line around is seen, and nothing moves', () => {
  const odd = 'invoice\u202egpj.exe';
  expect(visible(odd)).toBe('invoice\ufffdgpj.exe');
  expect(visible(odd)).toHaveLength(odd.length);
  expect(visible('\u2066שלום\u2069')).toBe('\ufffdשלום\ufffd');
  expect(visible('שלום \u200fAda')).toBe('שלום \u200fAda');
});

test('it is seen wherever an answer holds a text', () => {
  const answer = { rows: [{ name: 'A\u202ed', at: 3, none: null }], total: 1 };
  expect(allVisible(answer)).toEqual({
    rows: [{ name: 'A\ufffdd', at: 3, none: null }],
    total: 1,
  });
});

test('what others wrote is answered so, and the owner’s own draft as it was typed', async () => {
  const say = async (): Promise<Told<object>> => ({
    status: 'ok',
    data: { text: '\u202e', card: { text: '\u202e' } },
  });
  const desk = answering({ timeline: say, openDraft: say });
  expect(await desk.timeline()).toEqual({ text: '\ufffd', card: { text: '\ufffd' } });
  expect(await desk.openDraft()).toEqual({ text: '\u202e', card: { text: '\ufffd' } });
});
