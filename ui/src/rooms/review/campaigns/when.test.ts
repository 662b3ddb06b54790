import { expect, test } from 'vitest';
import { wentOut } from './when';

const now = new Date('2026-11-25T12:00:00Z');
const said = (first: string, last: string) => wentOut(first, last, now, 'en-GB');

test('one day is said once, several from the first to the last', () => {
  expect(said('2026-03-02T09:00:00Z', '2026-03-02T11:00:00Z')).toBe('on 2 Mar');
  expect(said('2025-12-30T09:00:00Z', '2026-01-04T11:00:00Z')).toBe('30 Dec 2025 to 4 Jan');
});
