import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Toasts } from './toasts.svelte';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const titles = (toasts: Toasts) => toasts.list.map((toast) => toast.title);

test('a message goes by itself', () => {
  const toasts = new Toasts();
  toasts.show({ tone: 'plain', title: 'Copied' });
  vi.advanceTimersByTime(10_000);
  expect(titles(toasts)).toEqual([]);
});

test('the Undo of the last deed stays, however long it takes', () => {
  const toasts = new Toasts();
  toasts.show({ tone: 'plain', title: 'Deleted', undo: () => undefined });
  vi.advanceTimersByTime(600_000);
  expect(titles(toasts)).toEqual(['Deleted']);
});

test('a new deed replaces the Undo before it', () => {
  const toasts = new Toasts();
  toasts.show({ tone: 'plain', title: 'first', undo: () => undefined });
  toasts.show({ tone: 'plain', title: 'second', undo: () => undefined });
  expect(titles(toasts)).toEqual(['second']);
});

test('three messages at most, and a crowd does not push the Undo out', () => {
  const toasts = new Toasts();
  toasts.show({ tone: 'plain', title: 'deed', undo: () => undefined });
  for (const title of ['a', 'b', 'c', 'd']) toasts.show({ tone: 'plain', title });
  expect(titles(toasts)).toEqual(['deed', 'c', 'd']);
});
