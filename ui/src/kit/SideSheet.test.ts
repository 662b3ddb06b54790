import { createRawSnippet } from 'svelte';
import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { faults } from '../testing/axe';
import SideSheet from './SideSheet.svelte';

const children = createRawSnippet(() => ({ render: () => '<button>Inside</button>' }));
let room: HTMLElement;
let opener: HTMLElement;
const open = (onclose = vi.fn()) =>
  render(SideSheet, {
    target: room,
    props: { title: 'Ada', hint: 'asked twice', onclose, children },
  });

beforeEach(() => {
  document.body.innerHTML = '<main><h1 tabindex="-1">Room</h1><button>Opener</button></main>';
  room = document.querySelector('main') as HTMLElement;
  opener = room.querySelector('button') as HTMLElement;
  opener.focus();
});

test('it takes the focus, Escape closes it, and the focus goes back', async () => {
  const onclose = vi.fn();
  const { unmount } = open(onclose);
  expect(screen.getByRole('heading', { name: 'Ada' })).toHaveFocus();
  expect(await faults(room)).toEqual([]);
  await userEvent.keyboard('{Escape}');
  expect(onclose).toHaveBeenCalledOnce();
  unmount();
  expect(opener).toHaveFocus();
});

test('where the opener is gone, the focus goes to the title of the room', () => {
  const { unmount } = open();
  opener.remove();
  unmount();
  expect(screen.getByRole('heading', { name: 'Room' })).toHaveFocus();
});

test('who has gone elsewhere meanwhile is left there', () => {
  const { unmount } = open();
  const elsewhere = room.appendChild(document.createElement('button'));
  elsewhere.focus();
  unmount();
  expect(elsewhere).toHaveFocus();
});
