import { createRawSnippet } from 'svelte';
import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { faults } from '../testing/axe';
import Avatar from './Avatar.svelte';
import BalanceChart from './BalanceChart.svelte';
import Banner from './Banner.svelte';
import DateText from './DateText.svelte';
import Dialog from './Dialog.svelte';
import EmptyState from './EmptyState.svelte';
import Icon from './Icon.svelte';
import Progress from './Progress.svelte';
import QuotedText from './QuotedText.svelte';
import RoomFrame from './RoomFrame.svelte';
import Skeleton from './Skeleton.svelte';
import Sparkline from './Sparkline.svelte';

const words = (text: string) => createRawSnippet(() => ({ render: () => `<p>${text}</p>` }));

test('an icon beside words is silent, one that stands alone speaks', () => {
  const { container, unmount } = render(Icon, { name: 'mail' });
  expect(container.querySelector('svg')).toHaveAttribute('aria-hidden', 'true');
  unmount();
  render(Icon, { name: 'warn', label: 'Look again' });
  expect(screen.getByRole('img', { name: 'Look again' })).toBeInTheDocument();
});

test('an avatar without a photo shows initials', () => {
  render(Avatar, { name: 'Ada King', spoken: true });
  expect(screen.getByRole('img', { name: 'Ada King' })).toHaveTextContent('AK');
});

test('quoted words stay words: nothing in them becomes markup', () => {
  const text = 'Hello <b>Bea</b>\n\n  see https://example.org';
  const { container } = render(QuotedText, { text });
  expect(container.querySelector('blockquote')?.textContent).toBe(text);
  expect(container.querySelector('b, a')).toBeNull();
});

test('a part of quoted words is marked by UTF-16 offsets', () => {
  const { container } = render(QuotedText, { text: '😀 I owe you a coffee', mark: [3, 12] });
  expect(container.querySelector('mark')).toHaveTextContent('I owe you');
});

test('a date tells the exact day to the pointer and to machines', () => {
  const now = new Date(2026, 10, 23);
  render(DateText, { at: '2026-11-02', now });
  const time = screen.getByText('3 weeks ago');
  expect(time).toHaveAttribute('datetime', '2026-11-02');
  expect(time.title).toContain('2026');
});

test('progress is spoken in figures', () => {
  const { unmount } = render(Progress, { label: 'Reading', done: 5200, total: 9000 });
  const bar = screen.getByRole('progressbar', { name: 'Reading' });
  expect(bar).toHaveAttribute('aria-valuenow', '5200');
  expect(bar).toHaveAttribute('aria-valuetext', '5,200 of 9,000');
  unmount();
  render(Progress, { label: 'Reading', done: 12 });
  expect(screen.getByRole('progressbar')).not.toHaveAttribute('aria-valuenow');
});

test('the picture of the balance is also told in words, without the empty months', () => {
  const quiet = { asksIn: 0, givesIn: 0, asksOut: 0, givesOut: 0 };
  const { container } = render(BalanceChart, {
    label: 'With Ada King',
    periods: [
      { label: 'March', ...quiet, asksIn: 2, givesOut: 1 },
      { label: 'April', ...quiet },
    ],
  });
  const list = screen.getByRole('list', { name: 'With Ada King' });
  expect(list.children).toHaveLength(1);
  expect(list).toHaveTextContent('March: from them 2 asks, 0 gives; from you 0 asks, 1 gives');
  expect(container.querySelectorAll('rect.ask, rect.give')).toHaveLength(2);
});

test('a line of figures has its words', () => {
  render(Sparkline, { values: [1, 2, 3], label: 'Rising' });
  expect(screen.getByRole('img', { name: 'Rising' })).toBeInTheDocument();
});

test('only what must be heard at once is an alert', () => {
  const { unmount } = render(Banner, { tone: 'stop', title: 'She asked not to be contacted' });
  expect(screen.getByRole('alert')).toHaveTextContent('She asked');
  unmount();
  render(Banner, { tone: 'info', title: 'Seen again today' });
  expect(screen.queryByRole('alert')).toBeNull();
});

test('a dialog is named, closes by its button and tells it', async () => {
  const onclose = vi.fn();
  const { container } = render(Dialog, {
    open: true,
    title: 'Merge two contacts',
    onclose,
    children: words('Side by side'),
  });
  expect(screen.getByRole('dialog', { name: 'Merge two contacts' })).toBeVisible();
  expect(await faults(container)).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Close' }));
  expect(onclose).toHaveBeenCalledOnce();
  expect(screen.queryByText('Side by side')).toBeNull();
});

test('a room is a region named by its title', async () => {
  const { container } = render(RoomFrame, { title: 'Today', children: words('Nothing') });
  expect(screen.getByRole('region', { name: 'Today' })).toHaveTextContent('Nothing');
  expect(await faults(container)).toEqual([]);
});

test('emptiness has words, and waiting is spoken', () => {
  render(EmptyState, { title: 'Nobody here yet', text: 'Bring in your address book.' });
  expect(screen.getByText('Nobody here yet')).toBeVisible();
  render(Skeleton, { rows: 2 });
  expect(screen.getByRole('status')).toHaveTextContent('Loading');
});
