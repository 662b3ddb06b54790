import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { Desk } from '../../../bridge/desk';
import { untouched } from '../../../bridge/touched';
import { cardOf, crowd } from '../../../dev/fake/contacts.people';
import { faults } from '../../../testing/axe';
import { within } from '../../../testing/within';
import type { Comparison, Row } from '../views';
import LikelyPairs from './LikelyPairs.svelte';
import SamePerson from './SamePerson.svelte';

const user = userEvent.setup();
const rows = crowd(6);
const row = (at: number) => rows[at] as Row;

const compare = async (left: string, right: string): Promise<Comparison> => {
  const of = (id: string) => cardOf(rows.find((one) => one.id === id) as Row);
  return {
    left: of(left),
    right: of(right),
    fields: [{ field: 'organisation', left: 'Northwind', right: 'Kiln', same: false }],
    reasons: ['the same name'],
    likeness: 0.8,
  };
};
const merged = vi.fn<Desk['mergeContacts']>();
merged.mockImplementation(async (kept) => ({
  value: { id: kept, name: 'One' },
  deed: 'merge-contacts',
  touched: untouched,
  undoable: true,
}));

const toldApart = vi.fn<Desk['tellApart']>();
toldApart.mockImplementation(async () => ({
  value: null,
  deed: 'tell-apart',
  touched: untouched,
  undoable: true,
}));

function pairs() {
  merged.mockClear();
  toldApart.mockClear();
  const likely = [
    [row(0), row(1)],
    [row(2), row(1)],
    [row(3), row(4)],
  ].map(([left, right]) => ({ left, right, reasons: ['the same name'], likeness: 0.8 }));
  const { context } = within({
    likelySame: async () => likely as never,
    compareContacts: compare,
    mergeContacts: merged,
    tellApart: toldApart,
  });
  return render(LikelyPairs, { props: { open: true }, context });
}

test('two cards stand side by side, and the one that is chosen is kept', async () => {
  merged.mockClear();
  const onmerged = vi.fn();
  const { context } = within({
    suggestContacts: async () => [row(0), row(1)],
    compareContacts: compare,
    mergeContacts: merged,
  });
  render(SamePerson, { props: { open: true, card: cardOf(row(0)), onmerged }, context });
  await user.type(screen.getByRole('combobox', { name: 'The other card' }), 'b');
  // Nobody is the same as themselves.
  await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1));
  await user.keyboard('{Enter}');
  expect(await screen.findByRole('cell', { name: 'Kiln' })).toBeVisible();
  expect(await faults(screen.getByRole('dialog'))).toEqual([]);
  await user.click(screen.getByRole('radio', { name: 'Keep the right' }));
  await user.click(screen.getByRole('button', { name: 'Merge' }));
  expect(merged).toHaveBeenCalledWith('bea', 'ada');
  await waitFor(() => expect(onmerged).toHaveBeenCalledWith('bea'));
});

test('likely pairs are worked through by m and s', async () => {
  pairs();
  expect(await screen.findByText('1 of 3')).toBeVisible();
  await screen.findByRole('cell', { name: 'Kiln' });
  await user.keyboard('s');
  expect(await screen.findByText('2 of 3')).toBeVisible();
  await screen.findByRole('cell', { name: 'Kiln' });
  await user.keyboard('m');
  await waitFor(() => expect(merged).toHaveBeenCalledWith('chidi', 'bea'));
});

test('who is gone into another card is not asked about again', async () => {
  pairs();
  await screen.findByRole('cell', { name: 'Kiln' });
  await user.keyboard('m');
  await waitFor(() => expect(merged).toHaveBeenCalledWith('ada', 'bea'));
  // The pair of Chidi and Bea went with Bea.
  expect(await screen.findByText('1 of 1')).toBeVisible();
  await screen.findByRole('cell', { name: 'Kiln' });
  await user.keyboard('m');
  expect(await screen.findByText('That was everybody.')).toBeVisible();
  expect(merged).toHaveBeenLastCalledWith('dora', 'emil');
});

test('where nobody looks like somebody else it says so', async () => {
  const { context } = within({ likelySame: async () => [] });
  render(LikelyPairs, { props: { open: true }, context });
  expect(await screen.findByText('Nobody looks like somebody else.')).toBeVisible();
});

test('n keeps two people apart, and the next pair stands in their place', async () => {
  pairs();
  expect(await screen.findByText('1 of 3')).toBeVisible();
  await screen.findByRole('cell', { name: 'Kiln' });
  await user.keyboard('n');
  await waitFor(() => expect(toldApart).toHaveBeenCalledWith('ada', 'bea'));
  expect(await screen.findByText('1 of 2')).toBeVisible();
  expect(merged).not.toHaveBeenCalled();
});
