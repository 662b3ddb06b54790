import { expect, test } from 'vitest';
import { pieces, spanAt, type Span } from './spans';

const span = (id: string, start: number, end: number): Span => ({ id, start, end, tone: 'warn' });
const shape = (text: string, spans: Span[]) =>
  pieces(text, spans).map((piece) => [piece.text, piece.spans.map((s) => s.id).join('+')]);

test('a highlight cuts the text in three', () => {
  expect(shape('Hi all, hello', [span('a', 3, 6)])).toEqual([
    ['Hi ', ''],
    ['all', 'a'],
    [', hello', ''],
  ]);
});

test('overlapping highlights share a piece', () => {
  expect(shape('abcdef', [span('a', 0, 4), span('b', 2, 6)])).toEqual([
    ['ab', 'a'],
    ['cd', 'a+b'],
    ['ef', 'b'],
  ]);
});

test('a highlight of an older, longer text is cut, and one wholly outside is dropped', () => {
  expect(shape('abc', [span('a', 1, 9), span('b', 5, 9)])).toEqual([
    ['a', ''],
    ['bc', 'a'],
  ]);
});

test('offsets are UTF-16, as Rust sends them', () => {
  expect(shape('😀 hi', [span('a', 3, 5)])).toEqual([
    ['😀 ', ''],
    ['hi', 'a'],
  ]);
});

test('of two highlights at one place the smaller is meant', () => {
  expect(spanAt([span('wide', 0, 20), span('small', 4, 8)], 5)?.id).toBe('small');
  expect(spanAt([span('wide', 0, 20)], 30)).toBeUndefined();
});
