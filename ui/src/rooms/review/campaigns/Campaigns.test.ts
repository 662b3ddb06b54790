import { render, screen, waitFor, within as inside } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Troubled } from '../../../bridge/desk';
import { untouched } from '../../../bridge/touched';
import { align } from '../../../dev/fake/aligned';
import type { Params } from '../../../house.svelte';
import { Keyboard } from '../../../kit/keys';
import { faults } from '../../../testing/axe';
import { within } from '../../../testing/within';
import Room from '../Room.svelte';
import type { Message, Page, Row } from './kinds';

vi.setConfig({ testTimeout: 20_000 });

const user = userEvent.setup();
let hush = (): void => undefined;
afterEach(() => hush());

const letter = (name: string): string => `Hi ${name}, the new hall is open. Come and see it.`;
const template = letter('Ada');

const row = (id: string, more: Partial<Row> = {}): Row => ({
  id,
  title: 'The new hall',
  text: template,
  first_at: '2025-03-02T09:00:00Z',
  last_at: '2025-03-09T09:00:00Z',
  people: 3,
  answered: 1,
  meant: false,
  ...more,
});

const message = (name: string, more: Partial<Message> = {}): Message => ({
  interaction: `to-${name}`,
  contacts: [{ id: name.toLowerCase(), name }],
  at: '2025-03-02T09:00:00Z',
  answered_at: null,
  text: letter(name),
  aligned: align(template, letter(name)),
  ...more,
});

const page = (more: Partial<Page> = {}): Page => ({
  row: row('hall'),
  slots: [{ span: [3, 6], fillings: ['Ada', 'Bea', ''] }],
  messages: [
    message('Ada'),
    message('Bea', { answered_at: '2025-03-04T09:00:00Z' }),
    message('Chidi'),
  ],
  ...more,
});

let kept: Row[];
let opened: Page;
const desk = {
  campaigns: vi.fn(async () => [...kept]),
  campaign: vi.fn(async () => opened),
  meanCampaign: vi.fn(async (id: string, on: boolean) => {
    kept = kept.map((one) => (one.id === id ? { ...one, meant: on } : one));
    opened = { ...opened, row: { ...opened.row, meant: on } };
    const touched = { ...untouched, interactions: true };
    return { value: null, deed: 'mean-campaign', touched, undoable: true };
  }),
  review: vi.fn(async () => {
    throw new Troubled({ kind: 'busy' });
  }),
};

beforeEach(() => {
  kept = [row('hall'), row('moved', { title: 'We have moved', answered: 0, meant: true })];
  opened = page();
  vi.clearAllMocks();
});

function open(params: Params) {
  const { context, house } = within(desk as never);
  house.go('review', params);
  const keyboard = new Keyboard(() => house.actions);
  const press = (event: KeyboardEvent) => keyboard.press(event);
  addEventListener('keydown', press);
  hush = () => removeEventListener('keydown', press);
  return { ...render(Room, { props: {}, context }), house };
}
const list = () => open({ campaigns: '1' });
const one = (message?: string) => open({ campaign: 'hall', message });

test('Review leads to the campaigns by its link and by a key, and back', async () => {
  const { house } = open({});
  await user.click(await screen.findByRole('button', { name: 'Campaigns' }));
  expect(await screen.findByRole('heading', { name: 'Campaigns' })).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Review' }));
  expect(house.params).toEqual({});
  await screen.findByRole('button', { name: 'Campaigns' });
  await user.keyboard('b');
  expect(house.params.campaigns).toBe('1');
});

test('each campaign says what it is, when it went out, to how many, and how many answered', async () => {
  const { container } = list();
  const [hall] = await screen.findAllByRole('listitem');
  expect(hall).toHaveTextContent('The new hall');
  expect(hall).toHaveTextContent(/2 Mar 2025|Mar 2, 2025/);
  expect(hall).toHaveTextContent('3 people, 1 answered');
  expect(screen.getAllByRole('listitem')[1]).toHaveTextContent('3 people, nobody answered');
  expect(await faults(container)).toEqual([]);
});

test('a campaign is said to be meant so once, in words that say what changes, with Undo', async () => {
  const { house } = list();
  const meant = await screen.findByRole('switch', { name: 'Meant to be the same: The new hall' });
  expect(meant).not.toBeChecked();
  await user.click(meant);
  expect(desk.meanCampaign).toHaveBeenCalledWith('hall', true);
  await waitFor(() => expect(meant).toBeChecked());
  expect(house.toasts.list[0]).toMatchObject({
    title: 'The check no longer warns about this text',
    undo: expect.any(Function),
  });
});

test('where saying so did not work, the switch tells the truth', async () => {
  desk.meanCampaign.mockRejectedValueOnce(new Troubled({ kind: 'read-only' }));
  const { house } = list();
  const meant = await screen.findByRole('switch', { name: 'Meant to be the same: The new hall' });
  await user.click(meant);
  await waitFor(() => expect(house.toasts.list[0]?.tone).toBe('stop'));
  expect(meant).not.toBeChecked();
});

test('the arrows walk from campaign to campaign, and Enter leads to the title of one', async () => {
  const { house } = list();
  await screen.findAllByRole('listitem');
  await user.keyboard('{ArrowDown}{ArrowDown}');
  expect(screen.getByRole('button', { name: 'We have moved' })).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(house.params.campaign).toBe('moved');
  await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveFocus());
});

test('hundreds of campaigns come a screenful at a time', async () => {
  kept = Array.from({ length: 200 }, (_, i) => row(`c${i}`, { title: `Campaign ${i}` }));
  list();
  await user.click(await screen.findByRole('button', { name: 'Show 30 more' }));
  expect(screen.getAllByRole('listitem')).toHaveLength(60);
});

test('without campaigns the page explains what would stand there', async () => {
  kept = [];
  const { container } = list();
  expect(await screen.findByText('No campaigns here')).toBeVisible();
  expect(screen.getByText(/the same text, the same but for names/)).toBeVisible();
  expect(await faults(container)).toEqual([]);
});

test('a campaign shows its text with what differs boxed; a box says what stood there', async () => {
  const { container } = one();
  const text = await screen.findByRole('region', { name: 'The text' });
  expect(text).toHaveTextContent('The same to everybody but for one place, boxed');
  const box = inside(text).getByRole('button', { name: '“Ada”: three different fillings' });
  expect(box).toHaveAttribute('aria-expanded', 'false');
  await user.click(box);
  const ways = screen.getByRole('region', { name: 'What stood there, in three ways' });
  const said = inside(ways).getAllByRole('listitem');
  expect(said.map((item) => item.textContent)).toEqual(['Ada', 'Bea', 'nothing']);
  expect(await faults(container)).toEqual([]);
  await user.click(box);
  expect(screen.queryByRole('region', { name: /What stood there/ })).toBeNull();
});

test('of hundreds of fillings the first stand there, and the rest on request', async () => {
  const fillings = Array.from({ length: 300 }, (_, i) => `Person ${i}`);
  opened = page({ slots: [{ span: [3, 6], fillings }] });
  one();
  await user.click(await screen.findByRole('button', { name: /300 different fillings/ }));
  const ways = screen.getByRole('region', { name: /What stood there/ });
  expect(inside(ways).getAllByRole('listitem')).toHaveLength(24);
  await user.click(inside(ways).getByRole('button', { name: '276 more' }));
  expect(inside(ways).getAllByRole('listitem')).toHaveLength(300);
});

test('the recipients stand beside it with when they had it and whether they answered', async () => {
  one();
  const people = await screen.findByRole('listbox', { name: 'Recipients' });
  const [ada, bea] = inside(people).getAllByRole('option');
  expect(ada).toHaveTextContent(/^Ada.*No answer$/);
  expect(bea).toHaveTextContent(/^Bea.*Answered/);
  const which = screen.getByRole('combobox', { name: 'Which recipients' });
  await user.selectOptions(which, 'Who answered (1)');
  expect(screen.getAllByRole('option', { name: /^Bea|^Ada/ })).toHaveLength(1);
  await user.selectOptions(which, 'Who did not answer (2)');
  expect(screen.getAllByRole('option', { name: /^Ada|^Bea|^Chidi/ })).toHaveLength(2);
});

test('a recipient who is chosen by keys is laid beside the text, and Enter goes there', async () => {
  const { container, house } = one();
  (await screen.findByRole('listbox', { name: 'Recipients' })).focus();
  await user.keyboard('{Home}{ArrowDown}');
  expect(house.params.message).toBe('to-Bea');
  const heading = await screen.findByRole('heading', { name: 'To Bea' });
  expect(screen.getByText(/^Sent/)).toHaveTextContent(/answered/);
  expect(screen.getByRole('region', { name: 'The text of the campaign' })).toBeVisible();
  const theirs = screen.getByRole('region', { name: 'This message' });
  expect(theirs).toHaveAccessibleDescription('Two passages stand in both; one place differs.');
  expect(theirs.querySelector('.slot')).toHaveTextContent('Bea');
  expect(await faults(container)).toEqual([]);
  await user.keyboard('{Enter}');
  expect(heading).toHaveFocus();
  await user.click(screen.getByRole('button', { name: 'Back to the text' }));
  expect(await screen.findByRole('region', { name: 'The text' })).toBeVisible();
});

test('a message leads to the timeline of whom it went to', async () => {
  const { house } = one('to-Chidi');
  await user.click(
    await screen.findByRole('button', { name: 'The message in the timeline of Chidi' }),
  );
  expect([house.room, house.params]).toEqual([
    'contacts',
    { contact: 'chidi', interaction: 'to-Chidi' },
  ]);
});

test('the page of a campaign says it, too, and shows what the store says', async () => {
  one();
  const meant = await screen.findByRole('switch', { name: 'Meant to be the same' });
  expect(meant).toHaveAccessibleDescription(/no longer warns/);
  await user.click(meant);
  await waitFor(() => expect(meant).toBeChecked());
  await user.click(meant);
  expect(desk.meanCampaign).toHaveBeenLastCalledWith('hall', false);
});

test('of five hundred recipients only those in sight are drawn', async () => {
  const messages = Array.from({ length: 500 }, (_, i) =>
    message('Ada', { interaction: `m${i}`, contacts: [{ id: `p${i}`, name: `Person ${i}` }] }),
  );
  opened = page({ messages });
  one();
  expect(await screen.findByRole('option', { name: 'Everybody (500)' })).toBeInTheDocument();
  const people = screen.getByRole('listbox', { name: 'Recipients' });
  expect(inside(people).getAllByRole('option').length).toBeLessThan(60);
  expect(inside(people).getAllByRole('option')[0]).toHaveAttribute('aria-setsize', '500');
});

test('a campaign that is not there any more is said to be gone', async () => {
  desk.campaign.mockRejectedValueOnce(new Troubled({ kind: 'not-found', what: 'campaign' }));
  one();
  expect(await screen.findByText('This campaign is no longer here')).toBeVisible();
});
