import { expect, test } from 'vitest';
import { drifted } from './drift';

const text = 'Hi all, come to our webinar.';
const greeting = { start: 0, end: 6 };
const webinar = { start: 20, end: 27 };
const places = [greeting, webinar];

/** The words that the places stand on now. */
const on = (now: string) =>
  drifted(places, text, now).map((place) => now.slice(place.start, place.end));

test('a span before the edit stays and one after it moves with its words', () => {
  expect(on('Hi all, please come to our webinar.')).toEqual(['Hi all', 'webinar']);
  expect(on('Hi all, come to webinar.')).toEqual(['Hi all', 'webinar']);
});

test('a span whose own words are touched goes', () => {
  expect(on('Hi all, come to our webxinar.')).toEqual(['Hi all']);
  expect(on('Hi Ada, come to our webinar.')).toEqual(['webinar']);
});

test('what was added beside a span does not widen it', () => {
  expect(on('Hi all of you, come to our webinar.')).toEqual(['Hi all', 'webinar']);
});

test('without an edit nothing is made anew', () => {
  expect(drifted(places, text, text)).toBe(places);
});

test('a cleared text has no spans', () => {
  expect(on('')).toEqual([]);
});
