import { render, screen, within as inside, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { Troubled, type Desk } from '../../bridge/desk';
import { untouched } from '../../bridge/touched';
import { Keyboard } from '../../kit/keys';
import { faults } from '../../testing/axe';
import { within } from '../../testing/within';
import Review from './Review.svelte';
import type { Message, Row, Sheet } from './sheet';

// A whole room under axe takes its time on a machine that is doing other things too.
vi.setConfig({ testTimeout: 20_000 });

const user = userEvent.setup();
const zero = { asks_in: 0, gives_in: 0, asks_out: 0, gives_out: 0 };

function row(id: string, name: string, more: Partial<Row> = {}): Row {
  return {
    contact: { id, name },
    organisation: 'Northwind',
    ...zero,
    asks_in: 5,
    balance: {
      ...zero,
      received: 5,
      sent: 2,
      starts_in: 5,
      starts_out: 2,
      answered_by_them: 0,
      answered_by_owner: 5,
      their_hours: null,
      owners_hours: null,
      in_words: '',
    },
    quotes: [{ interaction: 'm1', at: '2025-03-04T09:00:00Z', text: 'Could you introduce me?' }],
    months: [{ ...zero, month: '2025-03', asks_in: 5 }],
    ...more,
  };
}

const sheet: Sheet = {
  mirror: {
    starts: 12,
    asking_starts: 3,
    asks_out: 4,
    gives_out: 7,
    others_starts: 20,
    answered: 18,
    in_words: 'You opened 12 conversations.',
    rows: [],
    months: [{ ...zero, month: '2025-03', asks_in: 5, gives_out: 7 }],
  },
  one_sided: [row('ada', 'Ada'), row('bea', 'Bea')],
  weighed: 40,
  left_out: [{ id: 'dora', name: 'Dora' }],
};

const message: Message = {
  id: 'm1',
  kind: 'message',
  channel: 'email',
  direction: 'in',
  at: '2025-03-04T09:00:00Z',
  offset_minutes: 0,
  subject: 'A favour',
  text: 'Hello. Could you introduce me?',
  quoted: '',
  signature: '',
  conversation: null,
  with: [],
  is_reply: false,
  acts: [{ kind: 'ask', span: [7, 30], certainty: 0.9, corrected: false }],
};

function hang(answer: Sheet | Error, more: Partial<Desk> = {}) {
  const review = vi.fn(async () => {
    if (answer instanceof Error) throw answer;
    return answer;
  });
  const { context, house } = within({
    review,
    reviewEvidence: async () => [message],
    openInteractions: async () => [message],
    ...more,
  });
  const keyboard = new Keyboard(() => house.actions);
  const { container } = render(Review, { props: {}, context });
  container.addEventListener('keydown', (event) => void keyboard.press(event));
  const focus = () => container.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  return { house, review, container, focus };
}

const done = (deed: string) => async () => ({
  value: null,
  deed,
  touched: { ...untouched, interactions: true },
  undoable: true,
});
const askedBy = (name: string) =>
  screen.findByRole('button', { name: `asked five times: show the messages with ${name}` });

test('the mirror stands first, then each person in words with their sentences', async () => {
  const { container } = hang(sheet);
  expect(await screen.findByText('You opened 12 conversations.')).toBeVisible();
  const [first] = screen.getAllByRole('heading', { level: 2 });
  expect(first).toHaveTextContent('Your own behaviour');
  expect(await askedBy('Ada')).toHaveTextContent('asked five times');
  expect(screen.getAllByText('wrote first twice, they never answered')).toHaveLength(2);
  expect(screen.getAllByText('Could you introduce me?')[0]).toBeVisible();
  expect(await faults(container)).toEqual([]);
});

test('a number without messages is no button', async () => {
  hang(sheet);
  await askedBy('Ada');
  expect(screen.queryByRole('button', { name: /gave nothing/ })).toBeNull();
});

test('the arrows walk, Enter opens the evidence with the sentence marked, Escape goes back', async () => {
  const reviewEvidence = vi.fn(async () => [message]);
  const { container, focus } = hang(sheet, { reviewEvidence });
  const bea = await askedBy('Bea');
  focus();
  await user.keyboard('{ArrowDown}{ArrowDown}');
  expect(bea).toHaveFocus();
  await user.keyboard('{Enter}');
  const evidence = await screen.findByRole('dialog', { name: 'Bea' });
  expect(reviewEvidence).toHaveBeenCalledWith('bea', 'asks_in');
  await inside(evidence).findByText('A favour');
  expect(evidence.querySelector('mark')).toHaveTextContent('Could you introduce me?');
  expect(await faults(container)).toEqual([]);
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(bea).toHaveFocus();
});

test('a correction is made by the menu, asks the review anew and keeps the message in sight', async () => {
  const correctAct = vi.fn(done('correct-act'));
  const openInteractions = vi.fn(async () => [message]);
  const { house, review } = hang(sheet, { correctAct, openInteractions });
  await user.click(await askedBy('Ada'));
  await user.click(await screen.findByRole('button', { name: /^A request: say what/ }));
  await user.click(screen.getByRole('menuitemradio', { name: 'Small talk' }));
  expect(correctAct).toHaveBeenCalledWith('m1', 'social', [7, 30]);
  await waitFor(() => expect(review).toHaveBeenCalledTimes(2));
  expect(openInteractions).toHaveBeenCalledWith(['m1']);
  expect(house.toasts.list[0]).toMatchObject({ undo: expect.any(Function) });
});

test('a message in which nothing was found can be said to be something as a whole', async () => {
  const correctAct = vi.fn(done('correct-act'));
  const reviewEvidence = async () => [{ ...message, acts: [] }];
  hang(sheet, { correctAct, reviewEvidence });
  await user.click(await askedBy('Ada'));
  await user.click(await screen.findByRole('button', { name: /say what this message is/ }));
  await user.click(screen.getByRole('menuitemradio', { name: 'Something given' }));
  expect(correctAct).toHaveBeenCalledWith('m1', 'give', null);
});

test('x leaves the person out with Undo and hands the focus on', async () => {
  const changeContact = vi.fn(done('leave-out-of-review'));
  const { house } = hang(sheet, { changeContact });
  (await askedBy('Ada')).focus();
  await user.keyboard('x');
  expect(changeContact).toHaveBeenCalledWith('ada', { change: 'left-out-of-review', on: true });
  expect(await askedBy('Bea')).toHaveFocus();
  await waitFor(() => expect(house.toasts.list[0]?.undo).toBeDefined());
});

test('x leaves nobody out while the focus is in no row', async () => {
  const changeContact = vi.fn(done('leave-out-of-review'));
  const { focus } = hang(sheet, { changeContact });
  await askedBy('Ada');
  focus();
  await user.keyboard('x');
  expect(changeContact).not.toHaveBeenCalled();
});

test('who was left out can be taken back in', async () => {
  const changeContact = vi.fn(done('leave-out-of-review'));
  hang(sheet, { changeContact });
  await user.click(await screen.findByRole('button', { name: 'Take Dora back into the review' }));
  expect(changeContact).toHaveBeenCalledWith('dora', { change: 'left-out-of-review', on: false });
});

test('thousands of rows come a screenful at a time', async () => {
  const rows = Array.from({ length: 2000 }, (_, i) => row(`p${i}`, `Person ${i}`));
  hang({ ...sheet, one_sided: rows });
  const more = await screen.findByRole('button', { name: 'Show 30 more' });
  expect(screen.queryByText('Person 30')).toBeNull();
  await user.click(more);
  expect(screen.getByText('Person 59')).toBeVisible();
});

test('nothing to weigh, nobody one-sided and a store that did not open have their own words', async () => {
  const empty = { ...sheet, one_sided: [], left_out: [] };
  hang({ ...empty, weighed: 0 });
  expect(await screen.findByText('Nothing to weigh yet')).toBeVisible();
  hang(empty);
  expect(await screen.findByText(/Nobody here writes only when they want something/)).toBeVisible();
  hang(new Troubled({ kind: 'too-new' }));
  expect(await screen.findByText('This store was made by a newer Requite')).toBeVisible();
});
