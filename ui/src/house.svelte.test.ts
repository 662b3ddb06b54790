import { flushSync } from 'svelte';
import { describe, expect, test, vi } from 'vitest';
import { Troubled } from './bridge/desk';
import { House } from './house.svelte';

const house = (undo = vi.fn(async () => null as { deed: string; touched: string[] } | null)) => ({
  undo,
  house: new House({ undo }),
});

describe('the way through the rooms', () => {
  test('back and forward go where one was, with its params', () => {
    const { house: here } = house();
    here.go('contacts', { contact: 'ada' });
    here.go('compose');
    here.back();
    expect([here.room, here.params.contact]).toEqual(['contacts', 'ada']);
    here.forward();
    expect(here.room).toBe('compose');
  });

  test('going anew forgets what lay ahead', () => {
    const { house: here } = house();
    here.go('contacts');
    here.back();
    here.go('review');
    expect(here.canGoForward).toBe(false);
    here.back();
    expect(here.room).toBe('today');
  });

  test('the same place twice is one step', () => {
    const { house: here } = house();
    here.go('contacts', { contact: 'ada' });
    here.go('contacts', { contact: 'ada' });
    here.back();
    expect(here.room).toBe('today');
  });

  test('amending stays on the same step', () => {
    const { house: here } = house();
    here.go('contacts');
    here.amend({ contact: 'bea' });
    expect(here.params.contact).toBe('bea');
    here.back();
    expect(here.room).toBe('today');
  });
});

describe('deeds', () => {
  test('a deed is said and can be taken back', async () => {
    const { house: here, undo } = house(vi.fn(async () => ({ deed: 'Note', touched: ['notes'] })));
    expect(await here.deed('Note added', async () => 7)).toBe(7);
    const toast = here.toasts.list[0];
    expect(toast?.title).toBe('Note added');
    toast?.undo?.();
    await vi.waitFor(() => expect(undo).toHaveBeenCalledOnce());
    await vi.waitFor(() => expect(here.toasts.list.map((t) => t.title)).toEqual(['Undone: Note']));
  });

  test('a trouble is told in words and offers no Undo', async () => {
    const { house: here } = house();
    const refused = here.deed('Note added', async () => {
      throw new Troubled({ kind: 'readOnly' });
    });
    expect(await refused).toBeUndefined();
    expect(here.toasts.list).toMatchObject([
      { tone: 'stop', title: 'This store can only be read' },
    ]);
    expect(here.toasts.list[0]?.undo).toBeUndefined();
  });

  test('where there is nothing to undo, that is said', async () => {
    const { house: here } = house();
    await here.undo();
    expect(here.toasts.list[0]?.title).toBe('Nothing to undo');
  });
});

test('an effect that read a pulse runs again when that was touched, and only then', () => {
  const { house: here } = house();
  const heard = vi.fn();
  const stop = $effect.root(() => {
    $effect(() => {
      here.pulse('contacts');
      heard();
    });
  });
  flushSync();
  here.touch(['drafts']);
  flushSync();
  expect(heard).toHaveBeenCalledTimes(1);
  here.touch(['contacts']);
  flushSync();
  expect(heard).toHaveBeenCalledTimes(2);
  stop();
});

test('offers come and go', () => {
  const { house: here } = house();
  const withdraw = here.offer([{ id: 'log', title: 'Log a call', run: () => undefined }]);
  expect(here.actions.map((action) => action.id)).toEqual(['log']);
  withdraw();
  expect(here.actions).toEqual([]);
});

test('the same words twice are heard twice', () => {
  const { house: here } = house();
  here.announce('3 findings');
  const first = here.spoken;
  here.announce('3 findings');
  expect(here.spoken).not.toBe(first);
});

test('the chosen light is kept, and the system decides where none was chosen', () => {
  const { house: here } = house();
  expect(document.documentElement.dataset.theme).toBeUndefined();
  here.setTheme('dark');
  expect(document.documentElement.dataset.theme).toBe('dark');
  expect(house().house.theme).toBe('dark');
  here.setTheme('system');
  expect(document.documentElement.dataset.theme).toBeUndefined();
});
