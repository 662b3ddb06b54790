import { expect, test, vi } from 'vitest';
import { untouched } from '../bridge/touched';
import { within } from '../testing/within';
import { keepJudged } from './judging.svelte';

const answer = (interactions: boolean) => ({
  value: interactions ? 3 : 0,
  deed: 'judge',
  touched: { ...untouched, interactions },
  undoable: false,
});

function keep(judgeAnew: () => Promise<ReturnType<typeof answer>>) {
  const { house } = within();
  return { house, stop: $effect.root(() => keepJudged(house, { judgeAnew })) };
}

test('what changed by judging anew wakes the rooms, and it ends by itself', async () => {
  const judgeAnew = vi.fn(async () => answer(false)).mockResolvedValueOnce(answer(true));
  const { house, stop } = keep(judgeAnew);
  await vi.waitFor(() => expect(judgeAnew).toHaveBeenCalledTimes(2));
  expect(house.pulse('interactions')).toBe(1);
  stop();
});

test('what is touched while judging is judged afterwards, once', async () => {
  let finish = (_: ReturnType<typeof answer>): void => undefined;
  const first = new Promise<ReturnType<typeof answer>>((resolve) => (finish = resolve));
  const judgeAnew = vi.fn(async () => answer(false)).mockReturnValueOnce(first);
  const { house, stop } = keep(judgeAnew);
  await vi.waitFor(() => expect(judgeAnew).toHaveBeenCalledTimes(1));
  for (let i = 0; i < 3; i++) {
    house.touch({ ...untouched, interactions: true });
    await Promise.resolve();
  }
  finish(answer(false));
  await vi.waitFor(() => expect(judgeAnew).toHaveBeenCalledTimes(2));
  stop();
});

test('a store that refuses is told by whoever shows it', async () => {
  const judgeAnew = vi.fn(async () => Promise.reject(new Error('read-only')));
  const { house, stop } = keep(judgeAnew);
  await vi.waitFor(() => expect(judgeAnew).toHaveBeenCalled());
  expect(house.toasts.list).toEqual([]);
  stop();
});
