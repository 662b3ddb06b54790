import { expect, test } from 'vitest';
import { bars, line } from './balance';

const quiet = { asksIn: 0, givesIn: 0, asksOut: 0, givesOut: 0 };
const size = { width: 100, height: 42 };

test('what the owner gave goes up, what was asked of them goes down', () => {
  const drawn = bars([{ label: 'March', ...quiet, asksIn: 2, givesOut: 1 }], size);
  const give = drawn.find((bar) => bar.kind === 'give');
  const ask = drawn.find((bar) => bar.kind === 'ask');
  expect(give?.direction).toBe('out');
  expect((give?.y ?? 99) + (give?.height ?? 0)).toBeLessThan(21);
  expect(ask?.y).toBeGreaterThan(21);
  expect(ask?.height).toBe(2 * (give?.height ?? 0));
});

test('months in which nothing passed have no bars', () => {
  expect(bars([{ label: 'March', ...quiet }], size)).toEqual([]);
});

test('a line stays inside its box', () => {
  expect(line([0, 4, 2], { width: 20, height: 10 })).toBe('0.0,8.5 10.0,1.5 20.0,5.0');
});
