import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { faults } from '../testing/axe';
import ToastRegion from './ToastRegion.svelte';
import { Toasts } from './toasts.svelte';

test('a deed is spoken and can be taken back or dismissed', async () => {
  const toasts = new Toasts();
  const undo = vi.fn();
  const { container } = render(ToastRegion, { toasts });
  toasts.show({ tone: 'plain', title: 'Note added', undo });
  expect(await screen.findByText('Note added')).toBeVisible();
  expect(screen.getByRole('status')).toHaveTextContent('Note added');
  await userEvent.click(screen.getByRole('button', { name: /undo/i }));
  expect(undo).toHaveBeenCalledOnce();
  await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
  expect(screen.queryByText('Note added')).toBeNull();
  expect(await faults(container)).toEqual([]);
});
