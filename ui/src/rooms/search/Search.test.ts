import { render, screen, waitFor, within as inside } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { Desk } from '../../bridge/desk';
import { Troubled } from '../../bridge/troubled';
import { untouched } from '../../bridge/touched';
import { Keyboard } from '../../kit/keys';
import { faults } from '../../testing/axe';
import { within } from '../../testing/within';
import type { Find, Found, Person } from './finds';
import Search from './Search.svelte';

const user = userEvent.setup();
const person = (id: string, name: string): Person => ({
  ...{ id, name, organisation: 'Northwind', title: 'Founder', tags: [] },
  ...{ last_at: null, last_direction: null, interactions: 0 },
});
const find = (id: string, contact: string, more: Partial<Find> = {}): Find => ({
  id,
  at: '2026-03-02T10:00:00Z',
  contact: { id: contact.toLowerCase(), name: contact },
  conversation: null,
  channel: 'email',
  direction: 'in',
  subject: '',
  text: `Words of ${id}`,
  marks: [],
  ...more,
});
const none: Found = { contacts: [], notes: [], interactions: [] };
const budget: Found = {
  contacts: [person('bo', 'Bo Budgetson'), person('bu', 'Bu Getz')],
  notes: [{ id: 'n1', contact: { id: 'dora', name: 'Dora' }, text: 'Keeps the budget' }],
  interactions: [
    find('i1', 'Bea', {
      conversation: 't1',
      subject: 'Re: Spring',
      text: 'The budget <b>is</b> here',
      marks: [[4, 10]],
    }),
    find('i2', 'Ada', { channel: 'phone', direction: 'between' }),
    find('i3', 'Bea', { conversation: 't1', subject: 'Spring', direction: 'out' }),
  ],
};

/** Answers by what was asked; whatever it does not know finds nothing. */
function enter(answers: Record<string, Found> = {}, params: Record<string, string> = {}) {
  const ask = vi.fn<Desk['search']>(async (query) => answers[query] ?? none);
  const around = within({ search: ask });
  around.house.go('search', params);
  const keyboard = new Keyboard(() => around.house.actions);
  const shown = render(Search, { context: around.context });
  shown.container.addEventListener('keydown', (event) => void keyboard.press(event));
  return { ...around, ...shown, ask };
}

const field = () => screen.getByRole('combobox', { name: 'Search everything' });
const options = () => screen.queryAllByRole('option').map((one) => one.textContent?.trim());
const row = (words: RegExp) => screen.findByRole('button', { name: words });

test('before anything is typed it says what can be searched, and axe finds nothing', async () => {
  const { container, ask } = enter();
  expect(screen.getByText('Search all that passed')).toBeVisible();
  await waitFor(() => expect(field()).toHaveFocus());
  expect(await faults(container)).toEqual([]);
  expect(ask).not.toHaveBeenCalled();
});

test('an example is searched for by a click', async () => {
  const { house, ask } = enter();
  await user.click(screen.getByRole('button', { name: /^asks in:linkedin/ }));
  expect(field()).toHaveValue('asks in:linkedin');
  expect(house.params.query).toBe('asks in:linkedin');
  await waitFor(() => expect(ask).toHaveBeenCalledWith('asks in:linkedin'));
});

test('each key is a search, and people, notes and what passed stand under their headings', async () => {
  const { container, ask } = enter({ budget });
  await user.type(field(), 'budget');
  expect(await screen.findByRole('heading', { name: /Contacts/ })).toBeVisible();
  expect(ask.mock.calls.map(([query]) => query)).toEqual([
    'b',
    'bu',
    'bud',
    'budg',
    'budge',
    'budget',
  ]);
  expect(
    screen.getByText('Two contacts, one note, three messages and meetings with two people'),
  ).toBeVisible();
  expect(await row(/Bo Budgetson/)).toBeVisible();
  expect(await row(/Keeps the budget/)).toBeVisible();
  expect(await faults(container)).toEqual([]);
});

test('what passed stands by contact and conversation, its subject once', async () => {
  enter({ budget }, { query: 'budget' });
  const bea = await screen.findByRole('group', { name: 'Bea' });
  expect(inside(bea).getAllByRole('button')).toHaveLength(2);
  expect(inside(bea).getAllByText('Spring')).toHaveLength(1);
  const groups = screen.getAllByRole('group').map((one) => one.querySelector('h3')?.textContent);
  expect(groups.filter(Boolean)).toEqual(['Bea', 'Ada']);
});

test('found words are marked, and what was written stays text', async () => {
  enter({ budget }, { query: 'budget' });
  const find = await row(/The budget/);
  expect(find.querySelector('mark')).toHaveTextContent('budget');
  expect(find.querySelector('b')).toBeNull();
  expect(find).toHaveTextContent('The budget <b>is</b> here');
  expect(find).toHaveAccessibleName(/^E-mail from them The budget/);
});

test('an answer that was overtaken is dropped', async () => {
  const replies = new Map<string, (found: Found) => void>();
  const { context, house } = within({
    search: (query) => new Promise((reply) => replies.set(query, reply)),
  });
  house.go('search');
  render(Search, { context });
  await user.type(field(), 'ad');
  replies.get('ad')?.({ ...none, interactions: [find('new', 'Ada')] });
  replies.get('a')?.({ ...none, interactions: [find('old', 'Al')] });
  expect(await row(/Words of new/)).toBeVisible();
  expect(screen.queryByText('Words of old')).toBeNull();
});

test('a click opens the contact at what passed, and the way back stands on it', async () => {
  const { house, unmount, context } = enter({ budget }, { query: 'budget' });
  await user.click(await row(/Words of i3/));
  expect(house.room).toBe('contacts');
  expect(house.params).toEqual({ contact: 'bea', interaction: 'i3' });
  unmount();
  house.back();
  render(Search, { context });
  await waitFor(async () => expect(await row(/Words of i3/)).toHaveFocus());
  expect(field()).toHaveValue('budget');
});

test('from the field the arrows walk through the finds and back, and Enter opens', async () => {
  const { house } = enter({ budget }, { query: 'budget' });
  await row(/Words of i2/);
  await waitFor(() => expect(field()).toHaveFocus());
  await user.keyboard('{ArrowDown}');
  expect(await row(/Bo Budgetson/)).toHaveFocus();
  await user.keyboard('{ArrowRight}');
  expect(await row(/Bu Getz/)).toHaveFocus();
  await user.keyboard('{ArrowDown}{ArrowDown}');
  expect(await row(/The budget/)).toHaveFocus();
  await user.keyboard('{ArrowUp}{ArrowUp}{ArrowUp}');
  expect(field()).toHaveFocus();
  await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  expect(house.params).toEqual({ contact: 'dora', interaction: undefined });
});

test('slash, Escape and Ctrl+F lead to the field', async () => {
  enter({ budget }, { query: 'budget' });
  for (const keys of ['/', '{Escape}', '{Control>}f{/Control}']) {
    (await row(/Words of i2/)).focus();
    await user.keyboard(keys);
    expect(field()).toHaveFocus();
    expect(field()).toHaveValue('budget');
  }
});

test('a key is completed by Down and Enter, and a channel after it by Tab', async () => {
  const { ask, container } = enter();
  await user.type(field(), 'tea i');
  expect(options()).toEqual(['in: by what it passed']);
  expect(field()).toHaveAttribute('aria-expanded', 'true');
  expect(field()).not.toHaveAttribute('aria-activedescendant');
  await user.keyboard('{ArrowDown}');
  const chosen = screen.getByRole('option', { selected: true });
  expect(field()).toHaveAttribute('aria-activedescendant', chosen.id);
  expect(await faults(container)).toEqual([]);
  await user.keyboard('{Enter}');
  expect(field()).toHaveValue('tea in:');
  await waitFor(() => expect(options()).toHaveLength(8));
  await user.keyboard('l');
  await user.tab();
  expect(field()).toHaveValue('tea in:linkedin ');
  expect(field()).toHaveFocus();
  expect(options()).toEqual([]);
  await waitFor(() => expect(ask).toHaveBeenLastCalledWith('tea in:linkedin'));
});

test('after from: names are offered, and taken in quotes', async () => {
  const { ask } = enter({
    ad: { ...none, contacts: [person('ada', 'Ada King'), person('al', 'Adal')] },
  });
  await user.type(field(), 'from:ad');
  await screen.findByRole('option', { name: /Ada King/ });
  await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}{Enter}');
  expect(field()).toHaveValue('from:"Ada King" ');
  await waitFor(() => expect(ask).toHaveBeenLastCalledWith('from:"Ada King"'));
});

test('Escape puts the list away, then the words, then leaves the field', async () => {
  enter();
  await user.type(field(), 'f');
  expect(options()).toHaveLength(1);
  await user.keyboard('{Escape}');
  expect(options()).toEqual([]);
  expect(field()).toHaveValue('f');
  await user.keyboard('{Escape}');
  expect(field()).toHaveValue('');
  await user.keyboard('{Escape}');
  expect(field()).not.toHaveFocus();
});

test('Enter belongs to what was typed until somebody moves into the list', async () => {
  enter({ in: budget });
  await user.type(field(), 'in');
  await row(/Words of i2/);
  expect(options()).toHaveLength(1);
  await user.keyboard('{Enter}');
  expect(field()).toHaveValue('in');
  expect(await row(/Bo Budgetson/)).toHaveFocus();
});

test('in the empty field Down shows every key', async () => {
  enter();
  await waitFor(() => expect(field()).toHaveFocus());
  await user.keyboard('{ArrowDown}');
  expect(options()).toHaveLength(6);
  await user.click(screen.getByRole('option', { name: /^before:/ }));
  expect(field()).toHaveValue('before:');
  await waitFor(() => expect(options().length).toBeGreaterThan(6));
});

test('what is understood stands beneath as chips, and each can be taken away', async () => {
  const { house, container } = enter({}, { query: 'tea from:"Ada King" after:2025-06 -green' });
  const chips = screen.getByRole('list', { name: 'Narrowed by' });
  expect(
    inside(chips)
      .getAllByRole('listitem')
      .map((one) => one.textContent?.trim()),
  ).toEqual(['From Ada King', 'Since June 2025', 'Without “green”']);
  expect(await faults(container)).toEqual([]);
  await user.click(inside(chips).getByRole('button', { name: 'Remove Since June 2025' }));
  expect(field()).toHaveValue('tea from:"Ada King" -green');
  expect(field()).toHaveFocus();
  expect(house.spoken).toBe('No longer: Since June 2025');
});

test('where nothing is found it says what narrows, and widens by a click', async () => {
  const { container } = enter({ tea: budget }, { query: 'tea in:mail before:2020' });
  expect(await screen.findByText('Nothing has “tea” in it, narrowed like this:')).toBeVisible();
  expect(await faults(container)).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Take away: E-mail' }));
  expect(field()).toHaveValue('tea before:2020');
  await user.click(await screen.findByRole('button', { name: 'Take away: Before 2020' }));
  expect(await row(/Words of i2/)).toBeVisible();
});

test('all that narrows is taken away at once', async () => {
  enter({ tea: budget }, { query: 'asks tea in:mail' });
  await user.click(await screen.findByRole('button', { name: 'Take all of it away' }));
  expect(field()).toHaveValue('tea');
});

test('a name that is only begun is no question yet', async () => {
  const { ask } = enter({}, { query: 'from:' });
  expect(screen.getByText('Search all that passed')).toBeVisible();
  expect(ask).not.toHaveBeenCalled();
});

test('many contacts are shown few at first, and thirty finds at most', async () => {
  const contacts = Array.from({ length: 9 }, (_, i) => person(`p${i}`, `Person ${i}`));
  const interactions = Array.from({ length: 40 }, (_, i) => find(`f${i}`, `Name ${i % 3}`));
  enter({ x: { ...none, contacts, interactions } }, { query: 'x' });
  await row(/Person 0/);
  expect(screen.getAllByRole('button', { name: /^..Person|Person \d/ })).toHaveLength(6);
  expect(screen.getAllByRole('button', { name: /Words of/ })).toHaveLength(30);
  expect(screen.getByText(/These are the newest 30/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Show all 9' }));
  expect(screen.getAllByRole('button', { name: /Person \d/ })).toHaveLength(9);
});

test('what passed with nobody known can be read, not opened', async () => {
  enter({ x: { ...none, interactions: [find('f', 'Bea', { contact: null })] } }, { query: 'x' });
  expect(await screen.findByRole('group', { name: 'With nobody known' })).toBeVisible();
  expect(screen.queryByRole('button', { name: /Words of f/ })).toBeNull();
});

test('another search from outside is shown in the field', async () => {
  const { house } = enter({ budget }, { query: 'tea' });
  house.go('search', { query: 'budget' });
  await waitFor(() => expect(field()).toHaveValue('budget'));
  expect(await row(/Words of i2/)).toBeVisible();
});

test('it is asked again when something passed, and a trouble is told with another try', async () => {
  const { house, ask } = enter({ budget }, { query: 'budget' });
  await row(/Words of i2/);
  ask.mockRejectedValueOnce(new Troubled({ kind: 'busy' }));
  house.touch({ ...untouched, interactions: true });
  expect(await screen.findByText('The store is busy')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await row(/Words of i2/)).toBeVisible();
});
