import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { Desk } from '../../../bridge/desk';
import { untouched } from '../../../bridge/touched';
import { cardOf, crowd } from '../../../dev/fake/contacts.people';
import { passed } from '../../../dev/fake/contacts.timeline';
import { faults } from '../../../testing/axe';
import { within } from '../../../testing/within';
import type { Row } from '../views';
import Timeline from './Timeline.svelte';

const user = userEvent.setup();
const row = crowd(1)[0] as Row;
const card = cardOf(row);
const done = <T>(value: T) => ({
  value,
  deed: 'log-interaction',
  touched: untouched,
  undoable: true,
});
const page = (count = 4, cursor: string | null = null) => ({
  rows: Array.from({ length: count }, (_, at) => passed(row, at)),
  cursor,
});

function open(desk: Partial<Desk> = {}, props: { interaction?: string } = {}, outside = {}) {
  const around = within({ timeline: vi.fn(async () => page()), ...desk }, outside);
  const shown = render(Timeline, { props: { card, ...props }, context: around.context });
  return { ...around, ...shown };
}

const line = (id: string) =>
  waitFor(() => {
    const found = document.querySelector<HTMLElement>(`[data-interaction="${id}"]`);
    if (!found) throw new Error(`no ${id}`);
    return found;
  });

test('a row opens to the whole text, and closes again', async () => {
  const { container } = open();
  const first = await line('ada-0');
  await user.click(first);
  expect(first).toHaveAttribute('aria-expanded', 'true');
  expect(screen.getByText(/I would rather not draw them twice/)).toBeVisible();
  expect(await faults(container)).toEqual([]);
  await user.click(first);
  expect(first).toHaveAttribute('aria-expanded', 'false');
});

test('what somebody else wrote to several bears the name of who wrote it', async () => {
  const theirs = { ...passed(row, 0), direction: 'in' };
  const withOthers = [{ id: 'louise', name: 'Louise Ahmadi' }, ...theirs.with];
  const timeline = vi.fn(async () => ({
    rows: [{ ...theirs, with: withOthers }, passed(row, 1)],
    cursor: null,
  }));
  open({ timeline });
  expect(await line('ada-0')).toHaveTextContent('Louise Ahmadi:');
  expect(await screen.findByRole('img', { name: 'from Louise Ahmadi' })).toBeVisible();
});

test('arrow keys move from row to row', async () => {
  open();
  (await line('ada-0')).focus();
  await user.keyboard('{ArrowDown}{ArrowDown}');
  await waitFor(async () => expect(await line('ada-2')).toHaveFocus());
  await user.keyboard('{Home}');
  await waitFor(async () => expect(await line('ada-0')).toHaveFocus());
});

test('an entry that was asked for is found on a later page, and opened', async () => {
  const timeline = vi.fn<Desk['timeline']>(async (_id, { before }) => {
    const from = Number(before ?? 0);
    const rows = Array.from({ length: 3 }, (_, i) => passed(row, from + i));
    return { rows, cursor: from < 9 ? String(from + 3) : null };
  });
  open({ timeline }, { interaction: 'ada-7' });
  await waitFor(async () => expect(await line('ada-7')).toHaveAttribute('aria-expanded', 'true'));
});

test('an ask is corrected from beside its sentence', async () => {
  const correctAct = vi.fn(async () => done(null));
  open({ correctAct });
  await user.click(await line('ada-0'));
  await user.click(screen.getByRole('button', { name: /^ask: “Could you ask your printer/ }));
  await user.click(screen.getByRole('menuitemradio', { name: 'Neither asks nor gives' }));
  const ask = passed(row, 0).acts.find((act) => act.kind === 'ask');
  expect(correctAct).toHaveBeenCalledWith('ada-0', 'inform', ask?.span);
});

test('an entry is removed, or said to be an ask as a whole', async () => {
  const removeInteraction = vi.fn(async () => done(null));
  const correctAct = vi.fn(async () => done(null));
  open({ removeInteraction, correctAct });
  await user.click(await line('ada-1'));
  await user.click(screen.getByRole('button', { name: /^More about/ }));
  await user.click(screen.getByRole('menuitem', { name: 'All of it is an ask' }));
  expect(correctAct).toHaveBeenCalledWith('ada-1', 'ask', null);
  await user.click(screen.getByRole('button', { name: /^More about/ }));
  await user.click(screen.getByRole('menuitem', { name: 'Remove from the timeline' }));
  expect(removeInteraction).toHaveBeenCalledWith('ada-1');
});

test('quoted history and signature are folded away but there', async () => {
  open({
    timeline: async () => ({
      rows: [{ ...passed(row, 0), quoted: '> Monday', signature: 'Ada, London' }],
      cursor: null,
    }),
  });
  await user.click(await line('ada-0'));
  expect(screen.getByText('> Monday')).not.toBeVisible();
  await user.click(screen.getByText('Quoted history'));
  expect(screen.getByText('> Monday')).toBeVisible();
});

test('search and channel narrow what is asked for', async () => {
  const { desk } = open();
  await line('ada-0');
  await user.type(screen.getByRole('searchbox', { name: 'Search the timeline' }), 'loom');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Channel' }), 'phone');
  await waitFor(() =>
    expect(desk.timeline).toHaveBeenLastCalledWith('ada', {
      before: null,
      channel: 'phone',
      query: 'loom',
      limit: 100,
    }),
  );
});

test('the next page is asked for by its cursor', async () => {
  const timeline = vi.fn(async (_: string, { before }: { before: string | null }) =>
    before ? { rows: [passed(row, 90)], cursor: null } : page(4, 'then'),
  );
  open({ timeline });
  await line('ada-90');
  expect(timeline).toHaveBeenLastCalledWith('ada', expect.objectContaining({ before: 'then' }));
});

test('of a long timeline only the rows in sight are made', async () => {
  const { container } = open({ timeline: async () => page(200) });
  await line('ada-0');
  expect(container.querySelectorAll('li').length).toBeLessThan(30);
});

test('the entry that was asked for is open', async () => {
  open({}, { interaction: 'ada-2' });
  expect(await line('ada-2')).toHaveAttribute('aria-expanded', 'true');
});

test('a call is logged by keyboard alone', async () => {
  const logInteraction = vi.fn(async () => done('new'));
  const { component, container } = open({ logInteraction });
  await line('ada-0');
  await component.log();
  await screen.findByRole('form', { name: 'Log with Ada King' });
  expect(await faults(container)).toEqual([]);
  await user.keyboard('p');
  await user.keyboard('The fourth line{Enter}');
  expect(logInteraction).toHaveBeenCalledWith({
    contacts: ['ada'],
    kind: '',
    channel: 'phone',
    direction: 'between',
    at: null,
    subject: '',
    text: 'The fourth line',
  });
  await waitFor(() => expect(screen.queryByRole('form')).toBeNull());
});

test('letters choose who spoke too, and Escape leaves without logging', async () => {
  const logInteraction = vi.fn(async () => done('new'));
  const { component } = open({ logInteraction });
  await line('ada-0');
  await component.log();
  await screen.findByRole('form', { name: 'Log with Ada King' });
  await user.keyboard('t');
  expect(screen.getByRole('radio', { name: 'Them' })).toBeChecked();
  await user.keyboard('e{Escape}');
  expect(screen.queryByRole('form')).toBeNull();
  expect(logInteraction).not.toHaveBeenCalled();
});

test('what could not be logged stays written', async () => {
  const logInteraction = vi.fn(async () => {
    throw new Error('busy');
  });
  const { component, house } = open({ logInteraction });
  await line('ada-0');
  await component.log();
  await screen.findByRole('form', { name: 'Log with Ada King' });
  await user.keyboard('p');
  await user.keyboard('Long story{Enter}');
  expect(screen.getByRole('textbox', { name: 'What was said' })).toHaveValue('Long story');
  expect(house.toasts.list).toHaveLength(1);
});

test('a timeline without entries offers to log one', async () => {
  open({ timeline: async () => ({ rows: [], cursor: null }) });
  await user.click(await screen.findByRole('button', { name: 'Log' }));
  expect(await screen.findByRole('form', { name: 'Log with Ada King' })).toBeVisible();
});

test('a timeline that could not be read is read again on request', async () => {
  const timeline = vi.fn<Desk['timeline']>().mockRejectedValueOnce(new Error('busy'));
  timeline.mockResolvedValue(page());
  open({ timeline });
  await user.click(await screen.findByRole('button', { name: 'Try again' }));
  await line('ada-0');
});
