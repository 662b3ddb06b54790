import { expect, test } from 'vitest';
import { corner } from './place';

const view = { width: 900, height: 600 };
const anchor = (left: number, top: number) => ({
  left,
  top,
  right: left + 100,
  bottom: top + 30,
  width: 100,
  height: 30,
});

test('a menu opens below its button', () => {
  expect(corner(anchor(50, 50), { width: 200, height: 100 }, view, 'below')).toEqual({
    left: 50,
    top: 86,
  });
});

test('a menu at the foot of the window opens upwards', () => {
  const { top } = corner(anchor(50, 560), { width: 200, height: 100 }, view, 'below');
  expect(top).toBe(454);
});

test('nothing leaves the window at the right', () => {
  const { left } = corner(anchor(850, 50), { width: 200, height: 100 }, view, 'below');
  expect(left).toBe(692);
});
