import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { faults } from '../testing/axe';
import Menu from './Menu.svelte';

function menu() {
  const merge = vi.fn();
  const items = [
    { id: 'edit', title: 'Edit', run: vi.fn() },
    { id: 'merge', title: 'Merge …', run: merge },
    { id: 'delete', title: 'Delete', danger: true, run: vi.fn() },
  ];
  return { ...render(Menu, { label: 'More actions', items }), merge };
}

const button = () => screen.getByRole('button', { name: 'More actions' });

test('it opens with the focus in it, moves by arrows and letters, and runs', async () => {
  const { merge, container } = menu();
  const user = userEvent.setup();
  await user.click(button());
  expect(screen.getByRole('menuitem', { name: 'Edit' })).toHaveFocus();
  expect(await faults(container)).toEqual([]);
  await user.keyboard('{ArrowUp}');
  expect(screen.getByRole('menuitem', { name: 'Delete' })).toHaveFocus();
  await user.keyboard('m{Enter}');
  expect(merge).toHaveBeenCalledOnce();
  expect(screen.queryByRole('menu')).toBeNull();
});

test('Escape closes it and gives the focus back', async () => {
  menu();
  await userEvent.click(button());
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('menu')).toBeNull();
  expect(button()).toHaveFocus();
});

test('a click elsewhere closes it', async () => {
  menu();
  await userEvent.click(button());
  await userEvent.click(document.body);
  expect(screen.queryByRole('menu')).toBeNull();
});
