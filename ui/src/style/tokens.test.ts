import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(`${import.meta.dirname}/tokens.css`, 'utf8');

/** The tokens of the block that begins with a selector. */
function tokens(selector: string): Record<string, string> {
  const from = css.indexOf('{', css.indexOf(selector));
  const block = css.slice(from, css.indexOf('}', from));
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value?.trim()]),
  ) as Record<string, string>;
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => {
    const part = parseInt(hex.slice(i, i + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const papers = ['paper', 'paper-2', 'paper-3', 'raised'];
const text: [ink: string, paper: string][] = [
  ...['ink', 'ink-2', 'ink-3', 'accent'].flatMap((ink) =>
    papers.map((paper): [string, string] => [ink, paper]),
  ),
  ...['accent', 'good', 'warn', 'stop'].flatMap((tone): [string, string][] => [
    [tone, `${tone}-soft`],
    ['ink', `${tone}-soft`],
    ['ink-2', `${tone}-soft`],
  ]),
  ...['good', 'warn', 'stop'].map((tone): [string, string] => [tone, 'raised']),
  ['ink', 'chosen'],
  ['accent-ink', 'accent'],
  ['accent-ink', 'accent-2'],
  ['stop-ink', 'stop'],
  ['stop-ink', 'stop-2'],
];

const light = tokens(':root {');
const dark = tokens(":root[data-theme='dark']");

describe.each([
  ['light', light],
  ['dark', dark],
])('in the %s theme', (_, theme) => {
  test.each(text)('%s can be read on %s', (ink, paper) => {
    expect(contrast(theme[ink] ?? '', theme[paper] ?? '')).toBeGreaterThanOrEqual(4.5);
  });

  test.each(['raised', 'paper'])('the edge of a field can be seen on %s', (paper) => {
    expect(contrast(theme['line-3'] ?? '', theme[paper] ?? '')).toBeGreaterThanOrEqual(3);
  });
});

test('the dark of the system and the dark of the owner are the same', () => {
  expect(tokens(":root:not([data-theme='light'])")).toEqual(dark);
  expect(Object.keys(dark).length).toBeGreaterThan(20);
});
