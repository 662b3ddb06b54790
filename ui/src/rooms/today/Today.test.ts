import { render, screen, within as inside, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { Troubled, type Desk, type Trouble } from '../../bridge/desk';
import { untouched } from '../../bridge/touched';
import { Keyboard } from '../../kit/keys';
import { faults } from '../../testing/axe';
import { within } from '../../testing/within';
import type { Line, View } from './lines';
import Today from './Today.svelte';

// A whole room under axe takes its time on a machine that is doing other things too.
vi.setConfig({ testTimeout: 20_000 });

const user = userEvent.setup();
const line = (id: string, name: string, more: Partial<Line> = {}): Line => ({
  contact: { id, name },
  why: 'asked yesterday',
  at: null,
  interaction: null,
  channel: null,
  quote: '',
  ...more,
});
const none: View = {
  waiting: [],
  promises: [],
  days: [],
  losing_touch: [],
  empty_store: false,
  owner_unknown: false,
};
const full: View = {
  ...none,
  waiting: [
    line('bea', 'Bea', { interaction: 'i1', channel: 'email', quote: 'Will you come?' }),
    line('chidi', 'Chidi', { interaction: 'i2', channel: 'linkedin', quote: 'How was it?' }),
  ],
  promises: [
    {
      id: 'p1',
      contact: { id: 'dora', name: 'Dora' },
      kind: 'i-owe',
      text: 'Send the plan',
      due_on: '2020-01-01',
      overdue: true,
      done: false,
    },
  ],
  losing_touch: [line('emil', 'Emil', { why: 'no exchange yet; Friends: every month' })],
};

function hang(view: View | Trouble['kind'], more: Partial<Desk> = {}) {
  const today = vi.fn(async () => {
    if (typeof view === 'string')
      throw new Troubled({ kind: view, path: '/requite.db' } as Trouble);
    return view;
  });
  const { context, house } = within({ today, ...more });
  const keyboard = new Keyboard(() => house.actions);
  const { container } = render(Today, { props: {}, context });
  container.addEventListener('keydown', (event) => void keyboard.press(event));
  return { house, today, container };
}
const done = async () => ({
  value: null,
  deed: 'edit-promise',
  touched: { ...untouched, promises: true },
  undoable: true,
});

test('the page sums up, shows each line with its reason, and leaves out what is empty', async () => {
  const { container } = hang(full);
  expect(
    await screen.findByText(/^Two people wait for an answer, one promise is due\.$/),
  ).toBeVisible();
  const waiting = screen.getByRole('region', { name: /Waiting for your answer/ });
  expect(inside(waiting).getByText('Will you come?')).toBeVisible();
  expect(inside(waiting).getByText('by e-mail')).toBeVisible();
  expect(screen.getByText(/You promised Dora, due \d+ years ago/)).toBeVisible();
  expect(screen.queryByText('Days to remember')).toBeNull();
  expect(await faults(container)).toEqual([]);
});

test('the arrows walk through the lines and Enter opens the contact at what waits', async () => {
  const { house, container } = hang(full);
  await screen.findByRole('button', { name: 'Bea' });
  container.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  await user.keyboard('{ArrowDown}{ArrowDown}');
  expect(screen.getByRole('button', { name: 'Chidi' })).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(house.room).toBe('contacts');
  expect(house.params).toEqual({ contact: 'chidi', interaction: 'i2' });
});

test('w writes to the one of the line, answering their conversation', async () => {
  const openInteractions = vi.fn(async () => [{ conversation: 'talk-1' }]);
  const { house } = hang(full, { openInteractions } as unknown as Partial<Desk>);
  (await screen.findByRole('button', { name: 'Chidi' })).focus();
  await user.keyboard('w');
  await waitFor(() => expect(house.room).toBe('compose'));
  expect(openInteractions).toHaveBeenCalledWith(['i2']);
  expect(house.params).toEqual({ to: 'chidi', answers: 'talk-1' });
});

test('a tick keeps the promise, offers Undo, and asks anew', async () => {
  const finishPromise = vi.fn(done);
  const { house, today } = hang(full, { finishPromise });
  await user.click(await screen.findByRole('button', { name: 'Done: Send the plan' }));
  expect(finishPromise).toHaveBeenCalledWith('p1', true);
  expect(house.toasts.list[0]).toMatchObject({ title: 'Done', undo: expect.any(Function) });
  await waitFor(() => expect(today).toHaveBeenCalledTimes(2));
});

test('x ticks the promise of the line and hands the focus on', async () => {
  const finishPromise = vi.fn(done);
  hang(full, { finishPromise });
  (await screen.findByRole('button', { name: 'Send the plan' })).focus();
  await user.keyboard('x');
  expect(finishPromise).toHaveBeenCalledOnce();
  expect(screen.getByRole('button', { name: 'Emil' })).toHaveFocus();
});

test('an empty store welcomes: to the import, or an invented owner', async () => {
  const fillWithSample = vi.fn(done) as unknown as Desk['fillWithSample'];
  const { house, container, today } = hang({ ...none, empty_store: true }, { fillWithSample });
  await user.click(await screen.findByRole('button', { name: /invented owner/ }));
  expect(fillWithSample).toHaveBeenCalledOnce();
  await waitFor(() => expect(today.mock.calls.length).toBeGreaterThan(1));
  expect(await faults(container)).toEqual([]);
  await user.click(screen.getByRole('button', { name: /Bring in your files/ }));
  expect(house.room).toBe('import');
});

test('an unknown owner is led to the settings', async () => {
  const { house } = hang({ ...full, owner_unknown: true });
  await user.click(await screen.findByRole('button', { name: 'Say who you are' }));
  expect(house.room).toBe('settings');
});

test('where nothing waits, it says so calmly', async () => {
  const { container } = hang(none);
  expect(await screen.findByText('Nothing waits')).toBeVisible();
  expect(await faults(container)).toEqual([]);
});

test.each([
  ['too-new', 'This store was made by a newer Requite', false],
  ['not-a-store', 'This file is no Requite store, or is damaged', false],
  ['busy', 'The store is busy', true],
] as const)('a store that is %s is told in a full page', async (kind, title, again) => {
  const { today } = hang(kind);
  expect(await screen.findByText(title)).toBeVisible();
  const button = screen.queryByRole('button', { name: 'Try again' });
  expect(button !== null).toBe(again);
  if (button) await user.click(button);
  expect(today).toHaveBeenCalledTimes(again ? 2 : 1);
});
