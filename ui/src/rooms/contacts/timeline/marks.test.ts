import { expect, test } from 'vitest';
import { marked } from './marks';

const act = (kind: string, from: number, to: number) => ({
  kind,
  span: [from, to] as [number, number],
  certainty: 0.9,
  corrected: false,
});

test('asks and gives are cut out of their text, and nothing is lost', () => {
  const text = 'Hello. Could you help? Here is the table.';
  const parts = marked(text, [act('give', 23, 41), act('ask', 7, 22)]);
  expect(parts.map((part) => part.text).join('')).toBe(text);
  expect(parts.filter((part) => part.act).map((part) => part.text)).toEqual([
    'Could you help?',
    'Here is the table.',
  ]);
});

test('friendliness and news are left unmarked', () => {
  expect(marked('Well done.', [act('social', 0, 10), act('inform', 0, 10)])).toHaveLength(1);
});

test('a mark that reaches beyond the text, is empty or overlaps is left out', () => {
  const parts = marked('Could you?', [
    act('ask', 0, 10),
    act('give', 4, 8),
    act('ask', 5, 50),
    act('ask', 3, 3),
  ]);
  expect(parts).toHaveLength(1);
  expect(parts[0]?.act?.kind).toBe('ask');
});
