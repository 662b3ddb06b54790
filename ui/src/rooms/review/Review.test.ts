import { render, screen, within as inside, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { Troubled, type Desk } from '../../bridge/desk';
import { untouched } from '../../bridge/touched';
import { Keyboard } from '../../kit/keys';
import { faults } from '../../testing/axe';
import { within } from '../../testing/within';
import Review from './Review.svelte';
import type { Lesson, Message, Rate, Row, Sheet } from './sheet';

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
    asking_starts_in: 5,
    asking_starts_out: 0,
    at_least_in: 0.754,
    at_least_out: 0,
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
  cues: [[[7, 16]]],
};

const rate = (sort: string, sent: number, answered: number): Rate => ({
  sort,
  sent,
  answered,
  from: sent >= 10 ? 0.2 : null,
  to: sent >= 10 ? 0.61 : null,
});

const lesson = (id: string, sentence: string, words: [number, number][] = []): Lesson => ({
  id,
  interaction: 'm1',
  at: '2025-03-04T09:00:00Z',
  with: [{ id: 'ada', name: 'Ada' }],
  sentence,
  read_as: 'ask',
  said: 'inform',
  words,
});

function hang(answer: Sheet | Error, more: Partial<Desk> = {}) {
  const review = vi.fn(async () => {
    if (answer instanceof Error) throw answer;
    return answer;
  });
  const { context, house } = within({
    review,
    reviewEvidence: async () => [message],
    openEvidence: async () => [message],
    whatWorks: async () => ({ rates: [rate('any', 3, 1)] }),
    learnt: async () => ({ rows: [], swayed: 0 }),
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
  const marked = [...evidence.querySelectorAll('mark')].map((mark) => mark.textContent);
  expect(marked).toEqual(['Could you', ' introduce me?']);
  expect(evidence.querySelector('mark.cue')).toHaveTextContent('Could you');
  expect(inside(evidence).getByText('90 % sure, by “Could you”')).toBeVisible();
  expect(await faults(container)).toEqual([]);
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(bea).toHaveFocus();
});

test('a correction is made by the menu, asks the review anew and keeps the message in sight', async () => {
  const correctAct = vi.fn(done('correct-act'));
  const openEvidence = vi.fn(async () => [message]);
  const { house, review } = hang(sheet, { correctAct, openEvidence });
  await user.click(await askedBy('Ada'));
  await user.click(await screen.findByRole('button', { name: /^A request: say what/ }));
  await user.click(screen.getByRole('menuitemradio', { name: 'Small talk' }));
  expect(correctAct).toHaveBeenCalledWith('m1', 'social', [7, 30]);
  await waitFor(() => expect(review).toHaveBeenCalledTimes(2));
  expect(openEvidence).toHaveBeenCalledWith(['m1']);
  expect(house.toasts.list[0]).toMatchObject({ undo: expect.any(Function) });
});

test('a message in which nothing was found can be said to be something as a whole', async () => {
  const correctAct = vi.fn(done('correct-act'));
  const reviewEvidence = async () => [{ ...message, acts: [], cues: [] }];
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

test('how much asks is said with what is sure at the least, and opens what they opened', async () => {
  const reviewEvidence = vi.fn(async () => [message]);
  hang(sheet, { reviewEvidence });
  const said = '5 of 5 conversations they opened ask for something (at least 75 %)';
  await user.click(
    await screen.findByRole('button', { name: `${said}: show the messages with Ada` }),
  );
  expect(await screen.findByRole('dialog', { name: 'Ada' })).toBeVisible();
  expect(reviewEvidence).toHaveBeenCalledWith('ada', 'starts_in');
});

test('the numbers of one’s own behaviour open their messages', async () => {
  const ownEvidence = vi.fn(async () => [{ ...message, direction: 'out' }]);
  hang(sheet, { ownEvidence });
  const number = '3 of them with a request: show the messages';
  await user.click(await screen.findByRole('button', { name: number }));
  const evidence = await screen.findByRole('dialog', { name: 'You' });
  expect(ownEvidence).toHaveBeenCalledWith('asking');
  expect(await inside(evidence).findByText('A favour')).toBeVisible();
});

test('what works is drawn from ten on, with its interval in words', async () => {
  const whatWorks = async () => ({
    rates: [rate('any', 31, 12), rate('short', 22, 8), rate('long', 9, 4)],
  });
  const ownEvidence = vi.fn(async () => [message]);
  const { container } = hang(sheet, { whatWorks, ownEvidence });
  const list = await screen.findByRole('list', { name: 'How long' });
  const [short, long] = inside(list).getAllByRole('listitem');
  expect(short).toHaveTextContent(/Short.*8 of 22 answered.*between 20 and 61 %/);
  expect(long).toHaveTextContent(/Long.*4 of 9 answered.*too few to say/);
  const number = 'Short, under 50 words, 8 of 22 answered: show the messages';
  await user.click(screen.getByRole('button', { name: number }));
  expect(ownEvidence).toHaveBeenCalledWith('short');
  expect(await faults(container)).toEqual([]);
});

test('where too little was sent, what works says what is missing', async () => {
  hang(sheet);
  expect(await screen.findByText('Nothing to compare yet')).toBeVisible();
  expect(screen.getByText(/once you have opened ten conversations.*So far: 3\./)).toBeVisible();
});

test('what was learnt is listed, and each of it or all can be forgotten', async () => {
  const rows = [lesson('l1', 'Fill in the sheet.', [[0, 7]]), lesson('l2', 'The door is open.')];
  const forgetLearnt = vi.fn(done('forget-learnt'));
  const forgetAllLearnt = vi.fn(done('forget-learnt'));
  const learnt = vi.fn(async () => ({ rows, swayed: 2 }));
  const { container } = hang(sheet, { learnt, forgetLearnt, forgetAllLearnt });
  const part = await screen.findByRole('region', { name: /What was learnt from you/ });
  expect(part).toHaveTextContent('Two messages read differently because of it.');
  expect(part.querySelector('mark')).toHaveTextContent('Fill in');
  const [first, second] = inside(part).getAllByRole('listitem');
  expect(first).toHaveTextContent('read as a request, you said: a notice.');
  expect(second).toHaveTextContent('Stands alone so far');
  expect(await faults(container)).toEqual([]);
  const one = 'Forget what was learnt from: Fill in the sheet.';
  await user.click(screen.getByRole('button', { name: one }));
  expect(forgetLearnt).toHaveBeenCalledWith('l1');
  await waitFor(() => expect(learnt).toHaveBeenCalledTimes(2));
  await user.click(screen.getByRole('button', { name: 'Forget all' }));
  expect(forgetAllLearnt).toHaveBeenCalled();
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
