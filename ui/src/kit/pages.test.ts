import { expect, test, vi } from 'vitest';
import { Pages, type Page } from './pages.svelte';

const total = 1000;
const page = (offset: number, limit: number): Page<number> => ({
  rows: Array.from({ length: Math.min(limit, total - offset) }, (_, i) => offset + i),
  total,
});

test('only what is looked at is asked for, and only once', async () => {
  const ask = vi.fn(async (offset: number, limit: number) => page(offset, limit));
  const pages = new Pages(ask, 100);
  await pages.begin();
  expect(pages.items).toHaveLength(total);
  expect([pages.items[99], pages.items[100]]).toEqual([99, undefined]);
  pages.want(250, 310);
  pages.want(250, 310);
  await vi.waitFor(() => expect(pages.items[310]).toBe(310));
  expect(ask.mock.calls.map(([offset]) => offset)).toEqual([0, 200, 300]);
});

test('the old rows stay until the new ones are there', async () => {
  let reply: (page: Page<string>) => void = () => undefined;
  const pages = new Pages(() => new Promise<Page<string>>((take) => (reply = take)));
  const first = pages.begin();
  reply({ rows: ['Ada'], total: 1 });
  await first;
  const second = pages.begin();
  expect(pages.items).toEqual(['Ada']);
  reply({ rows: [], total: 0 });
  await second;
  expect(pages.items).toEqual([]);
});

test('an answer to an older question is dropped', async () => {
  const replies: ((page: Page<string>) => void)[] = [];
  const pages = new Pages(() => new Promise<Page<string>>((take) => replies.push(take)));
  const both = [pages.begin(), pages.begin()];
  replies[1]?.({ rows: ['new'], total: 1 });
  replies[0]?.({ rows: ['old'], total: 1 });
  await Promise.all(both);
  expect(pages.items).toEqual(['new']);
});

test('a page that was refused is asked for again', async () => {
  let refuse = true;
  const pages = new Pages(async (offset: number, limit: number) => {
    if (offset > 0 && refuse) throw new Error('busy');
    return page(offset, limit);
  }, 100);
  await pages.begin();
  pages.want(100, 110);
  await vi.waitFor(() => expect(pages.thrown).toBeInstanceOf(Error));
  refuse = false;
  pages.want(100, 110);
  await vi.waitFor(() => expect(pages.items[105]).toBe(105));
});
