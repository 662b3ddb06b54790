import { expect, test, vi } from 'vitest';
import { crowd } from '../../../dev/fake/contacts.people';
import { passed } from '../../../dev/fake/contacts.timeline';
import type { Row } from '../views';
import { Trail, type Part } from './trail.svelte';

const ada = crowd(1)[0] as Row;
const rows = (from: number, count: number) =>
  Array.from({ length: count }, (_, i) => passed(ada, from + i));

test('it goes on from the cursor until there is none', async () => {
  const ask = vi.fn(async (before: string | null): Promise<Part> =>
    before === null ? { rows: rows(0, 2), cursor: 'c' } : { rows: rows(2, 1), cursor: null },
  );
  const trail = new Trail(ask);
  await trail.begin();
  expect(trail.more).toBe(true);
  await trail.next();
  expect(trail.rows.map((row) => row.id)).toEqual(['ada-0', 'ada-1', 'ada-2']);
  await trail.next();
  expect(ask).toHaveBeenCalledTimes(2);
});

test('an answer to an older question is dropped', async () => {
  const answers: ((part: Part) => void)[] = [];
  const trail = new Trail(() => new Promise((answer) => answers.push(answer)));
  const [old, fresh] = [trail.begin(), trail.begin()];
  answers[1]?.({ rows: rows(5, 1), cursor: null });
  answers[0]?.({ rows: rows(0, 3), cursor: 'x' });
  await Promise.all([old, fresh]);
  expect(trail.rows.map((row) => row.id)).toEqual(['ada-5']);
  expect(trail.more).toBe(false);
});

test('asking again keeps as much as was there', async () => {
  const ask = vi.fn(async (before: string | null): Promise<Part> => ({
    rows: rows(before ? 100 : 0, 100),
    cursor: before ? null : 'c',
  }));
  const trail = new Trail(ask);
  await trail.begin();
  await trail.next();
  await trail.begin({ keep: true });
  expect(ask).toHaveBeenLastCalledWith(null, 200);
});

test('a trouble is kept, and trying again takes it away', async () => {
  const ask = vi.fn<() => Promise<Part>>().mockRejectedValueOnce(new Error('busy'));
  ask.mockResolvedValue({ rows: [], cursor: null });
  const trail = new Trail(ask);
  await trail.begin();
  expect(trail.thrown).toBeInstanceOf(Error);
  await trail.begin();
  expect(trail.thrown).toBeUndefined();
});
