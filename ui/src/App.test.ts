import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { tick } from 'svelte';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import App from './App.svelte';
import { desk as fake, outside } from './dev/fake/desk';
import { Troubled, untouched, type Desk } from './bridge/desk';
import type { Drop, Outside } from './bridge/outside';
import { House } from './house.svelte';
import { faults } from './testing/axe';

const user = userEvent.setup();
let desk: Desk;
let house: House;

beforeEach(() => {
  desk = { ...fake, undo: vi.fn(fake.undo), redo: vi.fn(fake.redo) };
  house = new House(desk);
});

const open = () => render(App, { desk, outside, house });
const room = (name: string) => screen.findByRole('region', { name });

test('it opens on Today', async () => {
  open();
  expect(await room('Today')).toBeVisible();
});

test.each([
  ['gc', 'contacts'],
  ['gm', 'compose'],
  ['gr', 'review'],
  ['gf', 'search'],
  ['gi', 'import'],
  ['gs', 'settings'],
  ['2', 'contacts'],
  ['5', 'search'],
  ['7', 'settings'],
  ['{Control>}{Shift>}f{/Shift}{/Control}', 'search'],
  ['c', 'compose'],
  ['/', 'contacts'],
])('the keys %s go to %s', async (keys, name) => {
  open();
  await user.keyboard(keys);
  expect(house.room).toBe(name);
});

test('the navigation says where one is, and the change is announced', async () => {
  open();
  await user.click(screen.getByRole('button', { name: 'Review' }));
  expect(screen.getByRole('button', { name: 'Review' })).toHaveAttribute('aria-current', 'page');
  await waitFor(() => expect(house.spoken).toBe('Review'));
});

test('Alt and the arrows go back and forward', async () => {
  open();
  await user.keyboard('2{Alt>}{ArrowLeft}{/Alt}');
  expect(house.room).toBe('today');
  await user.keyboard('{Alt>}{ArrowRight}{/Alt}');
  expect(house.room).toBe('contacts');
});

test('the palette goes to a room by a few letters', async () => {
  open();
  await user.keyboard('{Control>}k{/Control}');
  const palette = screen.getByRole('dialog', { name: 'Search and actions' });
  await user.type(within(palette).getByRole('combobox'), 'sett');
  await user.keyboard('{Enter}');
  expect(house.room).toBe('settings');
  expect(house.paletteOpen).toBe(false);
});

test('the palette finds people', async () => {
  open();
  await user.keyboard('{Control>}k{/Control}');
  await user.type(screen.getByRole('combobox', { name: 'Search and actions' }), 'dora');
  await screen.findByRole('option', { name: /Dora Lindqvist/ });
  await user.keyboard('{Enter}');
  expect([house.room, house.params.contact]).toEqual(['contacts', 'dora']);
});

test('the palette searches everything for what was typed', async () => {
  open();
  await user.keyboard('{Control>}k{/Control}');
  await user.type(screen.getByRole('combobox', { name: 'Search and actions' }), 'the loom');
  await screen.findByRole('option', { name: 'Search everything for “the loom”' });
  await user.keyboard('{Enter}');
  expect([house.room, house.params.query]).toEqual(['search', 'the loom']);
});

test('what a room offers is in the palette and on the sheet', async () => {
  open();
  house.offer([{ id: 'log', title: 'Log a call', keys: ['l'], run: () => undefined }]);
  await user.keyboard('?');
  const sheet = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
  expect(within(sheet).getByText('Log a call')).toBeVisible();
  expect(within(sheet).getByText('Go to Today')).toBeVisible();
});

test('while a dialog is open its keys are its own', async () => {
  open();
  await user.keyboard('?');
  await user.keyboard('2');
  expect(house.room).toBe('today');
});

test('Ctrl+Z takes back the last deed, but not in a text field', async () => {
  open();
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(desk.undo).toHaveBeenCalledOnce());
  expect(await screen.findByText('Undone: saving a note')).toBeVisible();
  const field = document.body.appendChild(document.createElement('input'));
  field.focus();
  await user.keyboard('{Control>}z{/Control}');
  expect(desk.undo).toHaveBeenCalledOnce();
  field.remove();
  await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
  await waitFor(() => expect(desk.redo).toHaveBeenCalledOnce());
});

describe('files held above the window', () => {
  async function holding() {
    let drop: (drop: Drop) => void = () => undefined;
    const planImport = vi.fn(fake.planImport);
    desk = { ...desk, planImport };
    const onDrop: Outside['onDrop'] = async (hear) => {
      drop = hear;
      return () => undefined;
    };
    render(App, { desk, outside: { ...outside, onDrop }, house });
    await room('Today');
    return { drop: (what: Drop) => drop(what), planImport };
  }

  test('a hint stands over any room until they go', async () => {
    const { drop } = await holding();
    drop({ kind: 'over' });
    expect(await screen.findByText('Drop to see what is in it')).toBeVisible();
    drop({ kind: 'left' });
    await waitFor(() => expect(screen.queryByText('Drop to see what is in it')).toBeNull());
    expect(house.room).toBe('today');
  });

  test('dropped in any room they lead to the import, once', async () => {
    const { drop, planImport } = await holding();
    drop({ kind: 'dropped', paths: ['/home/ada/linkedin.zip'] });
    // The room is fetched when it is first entered.
    await screen.findByRole('region', { name: 'Import' }, { timeout: 20_000 });
    await waitFor(() =>
      expect(planImport).toHaveBeenCalledWith(['/home/ada/linkedin.zip'], [], null),
    );
    expect(planImport).toHaveBeenCalledOnce();
    expect(house.brought).toEqual([]);
  }, 30_000);

  test('a drop of nothing leads nowhere', async () => {
    const { drop } = await holding();
    drop({ kind: 'dropped', paths: [] });
    expect(house.room).toBe('today');
  });
});

describe('the light', () => {
  test('is taken from the store on start, and nothing is written for it', async () => {
    desk = { ...desk, theme: async () => 'dark', setTheme: vi.fn(fake.setTheme) };
    open();
    await waitFor(() => expect(house.theme).toBe('dark'));
    expect(desk.setTheme).not.toHaveBeenCalled();
  });

  test('is kept in the store whoever changes it, and comes back with an undo', async () => {
    let theme = 'system';
    const setTheme = vi.fn<Desk['setTheme']>(async (wanted) => {
      theme = wanted;
      return fake.setTheme(wanted);
    });
    desk = { ...desk, theme: vi.fn(async () => theme), setTheme };
    open();
    await waitFor(() => expect(desk.theme).toHaveBeenCalled());
    await tick();
    house.setTheme('light');
    await waitFor(() => expect(setTheme).toHaveBeenCalledWith('light'));
    expect(setTheme).toHaveBeenCalledOnce();
    theme = 'system';
    house.touch({ ...untouched, settings: true });
    await waitFor(() => expect(house.theme).toBe('system'));
    expect(setTheme).toHaveBeenCalledOnce();
  });

  test('stays with the window where the store can only be read', async () => {
    const setTheme = vi.fn<Desk['setTheme']>(async () => {
      throw new Troubled({ kind: 'read-only' });
    });
    desk = { ...desk, theme: vi.fn(async () => 'system'), setTheme };
    open();
    await waitFor(() => expect(desk.theme).toHaveBeenCalled());
    await tick();
    house.setTheme('dark');
    await waitFor(() => expect(setTheme).toHaveBeenCalledOnce());
    expect(house.theme).toBe('dark');
    expect(house.toasts.list).toEqual([]);
  });
});

test('axe finds nothing in the window, the palette and the sheet', async () => {
  const { container } = open();
  await room('Today');
  expect(await faults(container)).toEqual([]);
  house.paletteOpen = true;
  await screen.findByRole('listbox');
  expect(await faults(container)).toEqual([]);
  house.paletteOpen = false;
  house.shortcutsOpen = true;
  await screen.findByText('Go to Today');
  expect(await faults(container)).toEqual([]);
}, 30_000);

test('before a page opens in the browser its real host is shown', async () => {
  const openLink = vi.fn(async () => undefined);
  render(App, { desk, outside: { ...outside, openLink }, house });
  house.leaving = 'https://аррӏе.com/login';
  expect(await screen.findByText('xn--80ak6aa92e.com')).toBeVisible();
  expect(screen.getByText('Look at this address closely')).toBeVisible();
  expect(openLink).not.toHaveBeenCalled();
  await user.click(screen.getByRole('button', { name: 'Open' }));
  expect(openLink).toHaveBeenCalledExactlyOnceWith('https://xn--80ak6aa92e.com/login');
});

test('a mail opens at once, and what is no page at all never does', async () => {
  const openLink = vi.fn(async () => undefined);
  render(App, { desk, outside: { ...outside, openLink }, house });
  house.leaving = 'mailto:ada@example.org';
  await waitFor(() => expect(openLink).toHaveBeenCalledWith('mailto:ada@example.org'));
  house.leaving = 'javascript:alert(1)';
  await waitFor(() => expect(house.toasts.list[0]?.title).toMatch(/no web page/));
  expect(openLink).toHaveBeenCalledOnce();
});
