import { flushSync } from 'svelte';
import { describe, expect, test, vi } from 'vitest';
import { Troubled, untouched, type Touched } from './bridge/desk';
import { House } from './house.svelte';

type Turn = () => Promise<{ deed: string; touched: Touched } | null>;

const house = (undo: Turn = vi.fn(async () => null)) => ({
  undo,
  house: new House({ undo, redo: async () => null }),
});

const noted = { deed: 'edit-note', touched: { ...untouched, notes: true } };

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
  test('a deed is said in its own words and can be taken back', async () => {
    const { house: here, undo } = house(vi.fn(async () => noted));
    expect(await here.deed(async () => ({ ...noted, value: 7, undoable: true }))).toBe(7);
    const toast = here.toasts.list[0];
    expect(toast?.title).toBe('Note saved');
    toast?.undo?.();
    await vi.waitFor(() => expect(undo).toHaveBeenCalledOnce());
    const titles = () => here.toasts.list.map((shown) => shown.title);
    await vi.waitFor(() => expect(titles()).toEqual(['Undone: saving a note']));
  });

  test('what cannot be taken back offers no Undo, and an empty word says nothing', async () => {
    const { house: here } = house();
    const done = { ...noted, value: null, undoable: false };
    await here.deed(async () => done, 'Kept');
    await here.deed(async () => done, '');
    expect(here.toasts.list).toMatchObject([{ title: 'Kept', undo: undefined }]);
  });

  test('a trouble is told in words and offers no Undo', async () => {
    const { house: here } = house();
    const refused = here.deed(async () => {
      throw new Troubled({ kind: 'read-only' });
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
  here.touch({ ...untouched, drafts: true });
  flushSync();
  expect(heard).toHaveBeenCalledTimes(1);
  here.touch({ ...untouched, contacts: ['ada'] });
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
