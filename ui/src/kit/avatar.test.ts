import { expect, test } from 'vitest';
import { hue, initials } from './avatar';

test('initials are those of the first and the last name', () => {
  expect(initials('Ada Augusta King')).toBe('AK');
  expect(initials('Chidi')).toBe('C');
  expect(initials('émile (Zola)')).toBe('ÉZ');
});

test('a name in another script has its own initials', () => {
  expect(initials('李 小龙')).toBe('李小');
});

test('nobody is a question mark', () => {
  expect(initials('')).toBe('?');
  expect(initials('+49 30 1234')).toBe('?');
});

test('the same name has the same hue', () => {
  expect(hue('Bea Chidi')).toBe(hue('Bea Chidi'));
  expect(hue('Bea Chidi')).not.toBe(hue('Bea Chidj'));
});
