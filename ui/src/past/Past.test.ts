import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { Troubled, untouched, type Desk } from '../bridge/desk';
import { faults } from '../testing/axe';
import { within } from '../testing/within';
import type { PastDeed } from './change';
import Past from './Past.svelte';

const user = userEvent.setup();
const deed = (part: Partial<PastDeed> = {}): PastDeed => ({
  id: 'b1',
  deed: 'remove-note',
  at: new Date().toISOString(),
  contacts: [{ id: 'ada', name: 'Ada King' }],
  changes: [{ what: 'note', became: 'gone', field: '', before: 'keeps bees', after: '' }],
  more: false,
  taken_back: false,
  turns: 'b1',
  ...part,
});

function open(deeds: PastDeed[], props: { contact?: string; trash?: boolean } = {}, more = false) {
  const pastDeeds = vi.fn<Desk['pastDeeds']>(async () => ({ deeds, more, days: 30 }));
  const turnDeed = vi.fn<Desk['turnDeed']>(async () => ({
    deed: 'remove-note',
    touched: { ...untouched, notes: true },
  }));
  const around = within({ pastDeeds, turnDeed });
  return { ...around, ...render(Past, { props, context: around.context }), pastDeeds, turnDeed };
}

test('a deed tells what it was, about whom and what was said, and axe finds nothing', async () => {
  const { container } = open([deed()]);
  expect(await screen.findByText('Note removed', { selector: '.deed' })).toBeVisible();
  expect(screen.getByText('Ada King')).toBeVisible();
  expect(screen.getByText('“keeps bees”')).toBeVisible();
  expect(await faults(container)).toEqual([]);
});

test('an older deed is taken back by itself, and the list is asked for again', async () => {
  const { house, turnDeed, pastDeeds } = open([deed()]);
  await user.click(
    await screen.findByRole('button', { name: 'Take back: Note removed, Ada King' }),
  );
  expect(turnDeed).toHaveBeenCalledExactlyOnceWith('b1');
  expect(house.toasts.list[0]?.title).toBe('Undone: removing a note');
  await waitFor(() => expect(pastDeeds.mock.calls.length).toBeGreaterThan(1));
});

test('what was taken back is brought back by what took it back', async () => {
  const { turnDeed } = open([deed({ taken_back: true, turns: 'b2' })]);
  expect(await screen.findByText('taken back')).toBeVisible();
  await user.click(screen.getByRole('button', { name: /^Bring back/ }));
  expect(turnDeed).toHaveBeenCalledExactlyOnceWith('b2');
});

test('the trash asks for what was removed, of one contact where one is meant', async () => {
  const { pastDeeds } = open([], { contact: 'ada', trash: true });
  expect(await screen.findByText('The trash is empty')).toBeVisible();
  expect(pastDeeds).toHaveBeenCalledWith({ contact: 'ada', only_removals: true, before: null });
});

test('earlier deeds come on request', async () => {
  const { pastDeeds } = open([deed()], {}, true);
  pastDeeds.mockResolvedValueOnce({
    deeds: [deed({ id: 'b0', deed: 'edit-note' })],
    more: false,
    days: 30,
  });
  await user.click(await screen.findByRole('button', { name: 'Show earlier ones' }));
  expect(pastDeeds).toHaveBeenLastCalledWith(expect.objectContaining({ before: 'b1' }));
  expect(await screen.findByText('Note saved')).toBeVisible();
  expect(screen.getByText('Note removed', { selector: '.deed' })).toBeVisible();
});

test('trouble is told where the list would be', async () => {
  const around = within({
    pastDeeds: async () => {
      throw new Troubled({ kind: 'busy' });
    },
  });
  render(Past, { props: {}, context: around.context });
  expect(await screen.findByText('The store is busy')).toBeVisible();
});
