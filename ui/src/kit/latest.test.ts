import { expect, test } from 'vitest';
import { Latest } from './latest.svelte';

/** Questions that are answered when the test says so. */
function held() {
  const replies = new Map<string, (text: string) => void>();
  const latest = new Latest((q: string) => new Promise<string>((reply) => replies.set(q, reply)));
  return { latest, reply: (q: string, a: string) => replies.get(q)?.(a) };
}

test('a slow old answer never replaces a newer one', async () => {
  const { latest, reply } = held();
  const both = [latest.put('slow'), latest.put('quick')];
  reply('quick', 'new');
  reply('slow', 'old');
  await Promise.all(both);
  expect(latest.answer).toBe('new');
  expect(latest.waiting).toBe(false);
});

test('what was forgotten does not come back', async () => {
  const { latest, reply } = held();
  const asked = latest.put('late');
  latest.forget();
  reply('late', 'too late');
  await asked;
  expect(latest.answer).toBeUndefined();
});

test('a refusal is kept beside the last answer', async () => {
  const latest = new Latest(async (n: number) => {
    if (n > 1) throw new Error('refused');
    return n;
  });
  await latest.put(1);
  await latest.put(2);
  expect(latest.answer).toBe(1);
  expect(latest.thrown).toBeInstanceOf(Error);
});
