import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { Desk } from '../../bridge/desk';
import { untouched } from '../../bridge/touched';
import { faults } from '../../testing/axe';
import { within } from '../../testing/within';
import Watching from './Watching.svelte';

const user = userEvent.setup();
type Watched = Awaited<ReturnType<Desk['watched']>>;
const done = { value: null, deed: 'edit-settings', touched: untouched, undoable: false };

function enter(watched: Watched) {
  const watchFolder = vi.fn(async () => done);
  const leaveWatched = vi.fn(async () => done);
  const around = within({ watched: async () => watched, watchFolder, leaveWatched });
  return { ...around, watchFolder, leaveWatched, ...render(Watching, { context: around.context }) };
}

const files = ['mail.mbox', 'people.vcf'].map((name) => ({
  path: `/home/ada/exports/${name}`,
  name: `exports/${name}`,
  what: 'mailbox',
}));

test('where no folder is watched, one can be', async () => {
  const { container } = enter({ folder: null, why: null, files: [] });
  expect(await screen.findByRole('button', { name: 'Watch a folder' })).toBeVisible();
  expect(screen.getByText(/Nothing comes in unasked/)).toBeVisible();
  expect(await faults(container)).toEqual([]);
});

test('what is new is looked at together, or left', async () => {
  const { container, house, leaveWatched } = enter({
    folder: '/home/ada/exports',
    why: null,
    files,
  });
  expect(await screen.findByRole('heading', { name: '2 files new in exports' })).toBeVisible();
  expect(await faults(container)).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Not now' }));
  await waitFor(() => expect(leaveWatched).toHaveBeenCalled());
  await user.click(screen.getByRole('button', { name: 'Look at them' }));
  expect(house.brought).toEqual(files.map((file) => file.path));
});

test('a folder that went is told, and can be watched no more', async () => {
  const { watchFolder } = enter({ folder: '/gone', why: 'there is no such file', files: [] });
  expect(await screen.findByText(/cannot be looked into: there is no such file/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Watch none' }));
  expect(watchFolder).toHaveBeenCalledWith(null);
});
