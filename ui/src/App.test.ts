import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import App from './App.svelte';
import { desk as fake, outside } from './dev/fake/desk';
import type { Desk } from './bridge/desk';
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
  ['gi', 'import'],
  ['gs', 'settings'],
  ['2', 'contacts'],
  ['6', 'settings'],
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
});
