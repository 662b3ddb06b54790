import { expect, test } from 'vitest';
import { cuesOf, excerpt, sentenceOf, shifted, shownActs } from './evidence';
import type { Act, Message } from './sheet';

const act = (kind: string, span: [number, number], corrected = false): Act => ({
  kind,
  span,
  certainty: 1,
  corrected,
});
const message = (...acts: Act[]): Message => ({ acts }) as Message;

test('a number shows its own kind of sentences, and what the owner corrected', () => {
  const all = message(act('ask', [0, 5]), act('give', [6, 9]), act('social', [10, 12], true));
  expect(shownActs(all, 'asks_in').map((one) => one.kind)).toEqual(['ask', 'social']);
  expect(shownActs(all, 'gives_out').map((one) => one.kind)).toEqual(['give', 'social']);
  expect(shownActs(all, 'starts_in').map((one) => one.kind)).toEqual(['ask', 'give', 'social']);
});

test('an act without a sentence is one of the whole message', () => {
  expect(sentenceOf(act('ask', [0, 0]))).toBeNull();
  expect(sentenceOf(act('ask', [2, 4]))).toEqual([2, 4]);
});

test('a short text stays whole', () => {
  expect(excerpt('Could you?', [[0, 10]])).toEqual({
    text: 'Could you?',
    marks: [[0, 10]],
    shift: 0,
    cut: false,
  });
});

test('a long text is cut around the marked sentence, which stays marked', () => {
  const text = `${'before '.repeat(200)}Could you help?${' after'.repeat(200)}`;
  const at = text.indexOf('Could');
  const part = excerpt(text, [[at, at + 15]]);
  const [mark] = part.marks;
  expect(part.cut).toBe(true);
  expect(part.text.length).toBeLessThan(700);
  expect(part.text.slice(mark?.[0], mark?.[1])).toBe('Could you help?');
  expect(part.text).toMatch(/^… before.*after …$/);
  expect(excerpt(text, [[at, at + 15]], true).text).toBe(text);
});

test('the words that made a sentence count move with it, and go where they are cut away', () => {
  const text = `${'before '.repeat(200)}Could you help?${' after'.repeat(200)}`;
  const at = text.indexOf('Could');
  const part = excerpt(text, [[at, at + 15]]);
  const cues = shifted(
    [
      [at, at + 9],
      [0, 6],
    ],
    part,
  );
  expect(cues.map((cue) => part.text.slice(...cue))).toEqual(['Could you']);
});

test('each act has its own words', () => {
  const give = act('give', [6, 9]);
  const both = { ...message(act('ask', [0, 5]), give), cues: [[[0, 2]], [[6, 8]]] } as Message;
  expect(cuesOf(both, give)).toEqual([[6, 8]]);
  expect(cuesOf(both, act('give', [6, 9]))).toEqual([]);
});

test('a cut never divides a sign of two units', () => {
  const part = excerpt('😀'.repeat(500), []);
  expect(part.text).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
});
