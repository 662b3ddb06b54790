import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { faults } from '../testing/axe';
import Combobox, { type Choice } from './Combobox.svelte';

const people: Choice[] = [
  { id: 'ada', title: 'Ada King', detail: 'Analytical Engines' },
  { id: 'bea', title: 'Bea Chandra' },
  { id: 'adam', title: 'Adam Okafor' },
];
const suggest = async (query: string) =>
  people.filter((person) => person.title.toLowerCase().includes(query.toLowerCase()));

function to(values: Choice[] = [], more = {}) {
  const onchange = vi.fn();
  const view = render(Combobox, { label: 'To', values, suggest, onchange, ...more });
  return { ...view, onchange, field: screen.queryByRole('combobox', { name: 'To' }) };
}

const ids = (mock: ReturnType<typeof vi.fn>) =>
  (mock.mock.lastCall?.[0] as Choice[]).map((choice) => choice.id);

test('typing suggests, arrows move, Enter takes', async () => {
  const { field, onchange, container } = to();
  const user = userEvent.setup();
  await user.type(field as Element, 'ada');
  await screen.findByRole('option', { name: /Adam Okafor/ });
  expect(await faults(container)).toEqual([]);
  await user.keyboard('{ArrowDown}{Enter}');
  expect(ids(onchange)).toEqual(['adam']);
  expect(field).toHaveValue('');
  expect(screen.queryByRole('listbox')).toBeNull();
});

test('who is chosen is not suggested again', async () => {
  const { field } = to(people.slice(0, 1));
  await userEvent.type(field as Element, 'ada');
  await screen.findByRole('option', { name: /Adam/ });
  expect(screen.queryByRole('option', { name: /Ada King/ })).toBeNull();
});

test('Backspace in the empty field gives the last one back', async () => {
  const { field, onchange } = to(people.slice(0, 2));
  await userEvent.type(field as Element, '{Backspace}');
  expect(ids(onchange)).toEqual(['ada']);
});

test('one of them can be removed by its name', async () => {
  const { onchange } = to(people.slice(0, 2));
  await userEvent.click(screen.getByRole('button', { name: 'Remove Ada King' }));
  expect(ids(onchange)).toEqual(['bea']);
});

test('Escape closes the suggestions and nothing else', async () => {
  const { field } = to();
  const outer = vi.fn();
  addEventListener('keydown', outer);
  await userEvent.type(field as Element, 'bea');
  await screen.findByRole('option');
  outer.mockClear();
  await userEvent.keyboard('{Escape}');
  removeEventListener('keydown', outer);
  expect(screen.queryByRole('option')).toBeNull();
  expect(outer).not.toHaveBeenCalled();
});

test('what was typed can itself be taken where that is allowed', async () => {
  const make = (typed: string) => ({ id: `new:${typed}`, title: typed });
  const { field, onchange } = to([], { make });
  await userEvent.type(field as Element, 'climbing');
  await screen.findByRole('option', { name: /climbing/ });
  await userEvent.keyboard('{Enter}');
  expect(ids(onchange)).toEqual(['new:climbing']);
});

test('nobody of that name is said', async () => {
  const { field } = to();
  await userEvent.type(field as Element, 'zz');
  await waitFor(() => expect(screen.getByText('Nobody of that name')).toBeVisible());
  expect(screen.getByRole('status')).toHaveTextContent('No suggestions');
});
