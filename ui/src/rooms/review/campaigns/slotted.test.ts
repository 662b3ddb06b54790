import { expect, test } from 'vitest';
import { slotted } from './slotted';

const slot = (...span: [number, number]) => ({ span, fillings: [] });

test('a template is cut at its slots, and each knows which it is', () => {
  expect(slotted('Hi Ada, hello', [slot(3, 6), slot(6, 6)])).toEqual([
    { text: 'Hi ' },
    { text: 'Ada', slot: 0 },
    { text: '', slot: 1 },
    { text: ', hello' },
  ]);
});

test('slots beyond the text leave it whole', () => {
  const pieces = slotted('Hi Ada', [slot(3, 9), slot(4, 6), slot(40, 50)]);
  expect(pieces.map((piece) => piece.text).join('')).toBe('Hi Ada');
});
