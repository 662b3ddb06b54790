import { createRawSnippet } from 'svelte';
import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { faults } from '../testing/axe';
import ListVirtual from './ListVirtual.svelte';

interface One {
  id: string;
  name: string;
}

const names = ['Ada', 'Bea', 'Chidi', 'Dora'];
const many: One[] = Array.from({ length: 20_000 }, (_, i) => ({
  id: `c${i}`,
  name: `${names[i % 4]} ${i}`,
}));

function list(items: readonly One[] = many, more = {}) {
  const row = createRawSnippet<[One, { selected: boolean; index: number }]>((one) => ({
    render: () => `<span>${one().name}</span>`,
  }));
  const onopen = vi.fn();
  const onselect = vi.fn();
  const view = render(ListVirtual<One>, {
    props: {
      label: 'Contacts',
      items,
      key: (one: One) => one.id,
      text: (one: One) => one.name,
      rowHeight: 50,
      row,
      onopen,
      onselect,
      ...more,
    },
  });
  return { ...view, onopen, onselect, box: screen.getByRole('listbox', { name: 'Contacts' }) };
}

const chosen = () => screen.queryByRole('option', { selected: true })?.textContent;

test('of 20,000 rows only those in sight exist', () => {
  list();
  expect(screen.getAllByRole('option').length).toBeLessThan(50);
  expect(screen.getAllByRole('option')[0]).toHaveAttribute('aria-setsize', '20000');
});

test('arrows move the choice, End goes to the last, Enter opens', async () => {
  const { box, onopen, onselect } = list();
  const user = userEvent.setup();
  box.focus();
  await user.keyboard('{ArrowDown}{ArrowDown}');
  expect(onselect.mock.lastCall?.[0]).toMatchObject({ id: 'c1' });
  await user.keyboard('{End}');
  expect(onselect.mock.lastCall?.[0]).toMatchObject({ id: 'c19999' });
  await user.keyboard('{ArrowDown}{Home}{Enter}');
  expect(onopen.mock.lastCall?.[0]).toMatchObject({ id: 'c0' });
});

test('the chosen row is the active one for screen readers', async () => {
  const { box } = list();
  box.focus();
  await userEvent.keyboard('{Home}{ArrowDown}');
  const active = document.getElementById(box.getAttribute('aria-activedescendant') ?? '');
  expect(active).toHaveTextContent('Bea 1');
});

test('first letters with Shift find, one after another; without, they are left to the house', async () => {
  const { box } = list();
  box.focus();
  await userEvent.keyboard('{Home}');
  await userEvent.keyboard('c');
  expect(chosen()).toBe('Ada 0');
  await userEvent.keyboard('{Shift>}chidi{/Shift}');
  expect(chosen()).toBe('Chidi 2');
});

test('a click chooses, a double click opens', async () => {
  const { onopen, onselect } = list();
  await userEvent.click(screen.getByText('Dora 3'));
  expect(onselect).toHaveBeenCalledOnce();
  expect(onopen).not.toHaveBeenCalled();
  await userEvent.dblClick(screen.getByText('Dora 3'));
  expect(onopen).toHaveBeenCalledOnce();
});

test('a row that is not there yet is asked for, and chosen when it comes', async () => {
  const onrange = vi.fn();
  const half: (One | undefined)[] = many.map((one, i) => (i < 100 ? one : undefined));
  const { box, onselect, rerender } = list(half as One[], { onrange });
  expect(onrange.mock.lastCall?.[0]).toBe(0);
  box.focus();
  await userEvent.keyboard('{Home}{End}');
  expect(onselect.mock.lastCall?.[0]).toMatchObject({ id: 'c0' });
  expect(onrange.mock.lastCall?.[1]).toBe(19_999);
  await rerender({ items: many });
  expect(onselect.mock.lastCall?.[0]).toMatchObject({ id: 'c19999' });
});

test('axe finds nothing in it', async () => {
  const { container } = list(many.slice(0, 5), { selected: 'c1' });
  expect(await faults(container)).toEqual([]);
});
