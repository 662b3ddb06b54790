import { render, screen, waitFor, within as inside } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { untouched } from '../../bridge/touched';
import { campaign, opinion } from '../../dev/fake/compose.check';
import { ago, cards, stranger } from '../../dev/fake/compose.people';
import { people } from '../../dev/fake/shell';
import type { Params } from '../../house.svelte';
import { Keyboard } from '../../kit/keys';
import { faults } from '../../testing/axe';
import { within } from '../../testing/within';
import Compose from './Compose.svelte';
import type { Draft } from './kinds';

// Axe looks through a whole room several times here.
vi.setConfig({ testTimeout: 20_000 });

const user = userEvent.setup();
let hush = (): void => undefined;
afterEach(() => hush());
const card = (id: string) => cards.get(id) ?? stranger(id, `Somebody ${id}`);
const draft = (id: string, to: string[], text: string): Draft => ({
  id,
  recipients: to.map((one) => card(one).contact),
  channel: 'email',
  answers: null,
  subject: 'Looms',
  text,
  changed_at: ago(1),
});
const done = <T>(value: T, deed: string, undoable = true) => ({
  value,
  deed,
  touched: { ...untouched, drafts: true },
  undoable,
});

let kept: Draft[];
let silent: Set<string>;
const find = (id: string) => kept.find((one) => one.id === id) as Draft;

function deskOf() {
  const said = (id: string, text = find(id).text) => opinion(find(id), text, silent);
  const choose = (word: string, on: boolean) => void (on ? silent.add(word) : silent.delete(word));
  return {
    suggestContacts: vi.fn(async () => people),
    listDrafts: vi.fn(async () => [...kept]),
    recipientCard: vi.fn(async (id: string) => card(id)),
    openDraft: vi.fn(async (id: string) => ({
      draft: find(id),
      cards: find(id).recipients.map((one) => card(one.id)),
      opinion: said(id),
      silenced: [],
      announcement: false,
    })),
    checkDraft: vi.fn(async (id: string, _subject: string, text: string) => said(id, text)),
    dismissFinding: vi.fn(async (id: string, rule: string, on: boolean) => {
      choose(rule, on);
      return said(id);
    }),
    announce: vi.fn(async (id: string, on: boolean) => {
      choose('announcement', on);
      return said(id);
    }),
    saveDraft: vi.fn(async (form: { id: string; recipients: string[]; text: string }) => {
      const saved = { ...draft(form.id || 'new', form.recipients, form.text) };
      kept = [saved, ...kept.filter((one) => one.id !== saved.id)];
      return done(saved, 'edit-draft', false);
    }),
    handOver: vi.fn(async (id: string) => ({
      text: find(id).text,
      ways: find(id).recipients.map((contact) => ({
        contact,
        mailto: `mailto:${contact.id}@example.com`,
        linkedin: null,
      })),
    })),
    markSent: vi.fn(async (id: string) => {
      kept = kept.filter((one) => one.id !== id);
      return done('sent-1', 'mark-sent');
    }),
    removeDraft: vi.fn(async (id: string) => {
      kept = kept.filter((one) => one.id !== id);
      return done(null, 'remove-draft');
    }),
    seenAgain: vi.fn(async () => done(null, 'edit-note')),
    finishPromise: vi.fn(async () => done(null, 'edit-promise')),
  };
}

let desk: ReturnType<typeof deskOf>;
const outside = { openLink: vi.fn(async () => undefined), copy: vi.fn(async () => undefined) };

beforeEach(() => {
  kept = [
    draft('good', ['ada'], 'Dear Ada, thank you for the loom.'),
    draft('blast', ['bea'], campaign),
    draft('many', ['ada', 'bea', 'chidi'], 'Dear all three'),
  ];
  silent = new Set();
  desk = deskOf();
  vi.clearAllMocks();
});

function open(params: Params = {}) {
  const around = within(desk as never, outside);
  around.house.go('compose', params);
  const keyboard = new Keyboard(() => around.house.actions);
  const press = (event: KeyboardEvent) => keyboard.press(event);
  addEventListener('keydown', press);
  hush = () => removeEventListener('keydown', press);
  const view = render(Compose, { props: {}, context: around.context });
  return { ...view, house: around.house };
}
const text = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Draft' });
const button = (name: string | RegExp) => screen.findByRole('button', { name });
const press = async (name: string | RegExp) => user.click(await button(name));

test('without a draft there is a new message and the drafts to come back to', async () => {
  const { container, house } = open();
  await screen.findByRole('heading', { name: /Drafts to come back to/ });
  expect(screen.getAllByRole('listitem')).toHaveLength(3);
  expect(await faults(container)).toEqual([]);
  await user.click(screen.getByRole('button', { name: /^Bea Chandra/ }));
  expect(house.params.draft).toBe('blast');
  expect(await text()).toHaveValue(campaign);
});

test('a draft is thrown away with Undo', async () => {
  const { house } = open();
  await press('Throw away the draft to Bea Chandra');
  await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(2));
  expect(house.toasts.list.at(-1)?.undo).toBeDefined();
});

test('a new message begins with whom it goes to, and is kept once something is written', async () => {
  const { house } = open({ fresh: '1' });
  const to = await screen.findByRole('combobox', { name: 'To' });
  expect(to).toHaveFocus();
  await user.type(to, 'dora');
  await user.click(await screen.findByRole('option', { name: /Dora/ }));
  expect(await screen.findByRole('article', { name: 'Somebody dora' })).toBeVisible();
  expect(desk.saveDraft).not.toHaveBeenCalled();
  await user.type(await text(), 'Dear Dora');
  await waitFor(() => expect(desk.saveDraft).toHaveBeenCalled());
  expect(desk.saveDraft.mock.calls[0]?.[0]).toMatchObject({ id: '', recipients: ['dora'] });
  await waitFor(() => expect(house.params.draft).toBe('new'));
});

test('Enter in the subject goes on to the text', async () => {
  open({ draft: 'good' });
  await text();
  await user.click(screen.getByRole('textbox', { name: 'Subject' }));
  await user.keyboard('{Enter}');
  expect(await text()).toHaveFocus();
});

test('where all is fine the check is silent', async () => {
  const { container } = open({ draft: 'good' });
  expect(await screen.findByText('Reads like a letter')).toBeVisible();
  expect(screen.queryByRole('region', { name: 'The check' })).toBeNull();
  expect(await faults(container)).toEqual([]);
});

test('a blast says why, shows three findings at first and marks their words', async () => {
  const { container } = open({ draft: 'blast' });
  const check = await screen.findByRole('region', { name: 'The check' });
  expect(check).toHaveTextContent('This lands as a blast');
  expect(check).toHaveTextContent('3 of 4 sentences also went to 13 people');
  expect(inside(check).getAllByRole('listitem')).toHaveLength(3);
  expect(container.querySelectorAll('mark').length).toBeGreaterThan(3);
  expect(await text()).toHaveAccessibleDescription(/This lands as a blast/);
  expect(await faults(container)).toEqual([]);
  await press('2 more');
  expect(inside(check).getAllByRole('listitem')).toHaveLength(5);
});

test('a finding and its words select one another', async () => {
  const { container } = open({ draft: 'blast' });
  await press('2 more');
  await press(/^A greeting for anyone/);
  expect(container.querySelector('mark.active')).toHaveTextContent('Hi all');
  const area = await text();
  const at = campaign.indexOf('free webinar') + 3;
  area.setSelectionRange(at, at);
  area.click();
  await waitFor(() =>
    expect(container.querySelector('mark.active')).toHaveTextContent('free webinar'),
  );
  expect(await button(/Webinar/)).toHaveAttribute('aria-expanded', 'true');
});

test('a text that went to others is told with whom and with who answered', async () => {
  const { container, house } = open({ draft: 'blast' });
  const check = await screen.findByRole('region', { name: 'The check' });
  expect(check).toHaveTextContent(
    '3 of 4 sentences also went to 13 people, two of them on 11 November; 1 answered.',
  );
  expect(check).toHaveTextContent('To Dora Lindqvist, Emil Novák, Farah Haddad and 10 more');
  expect(check).toHaveTextContent('Mail merge');
  const boxed = [...container.querySelectorAll('mark.slot')].map((mark) => mark.textContent);
  expect(boxed).toEqual(['forty', 'your questions']);
  await press('The whole campaign');
  expect([house.room, house.params.campaign]).toEqual(['review', 'webinar']);
});

test('the earlier messages open beside the draft, each laid beside it, and lead to people', async () => {
  const { house, container } = open({ draft: 'blast' });
  await press('The 7 earlier messages');
  const aside = screen.getByRole('complementary', { name: 'Earlier messages' });
  expect(inside(aside).getAllByRole('listitem')).toHaveLength(5);
  expect(aside).toHaveTextContent('98 % of this draft');
  const draft = inside(aside).getByRole('region', { name: 'This draft' });
  const earlier = inside(aside).getByRole('region', { name: 'To Dora Lindqvist' });
  expect(draft).toHaveAccessibleDescription(/passages stand in both; \w+ places differ/);
  expect(earlier.querySelectorAll('mark')[1]).toHaveTextContent(/^I am excited to invite you/);
  expect(earlier.querySelector('.slot')).toHaveTextContent('Dora');
  expect(earlier.querySelector('.slot')).toHaveAttribute('title', 'In the other text: “all”');
  expect(aside).toHaveTextContent('Shaded: the same in both');
  expect(await faults(container)).toEqual([]);
  await press('Both texts: this draft and the message to Emil Novák');
  expect(inside(aside).queryByRole('region', { name: 'To Dora Lindqvist' })).toBeNull();
  expect(inside(aside).getByRole('region', { name: 'To Emil Novák' })).toBeVisible();
  await user.keyboard('{Escape}');
  expect(await button('The 7 earlier messages')).toHaveFocus();
  await press('The 7 earlier messages');
  await press('Dora Lindqvist');
  expect([house.room, house.params.interaction]).toEqual(['contacts', 'sent-0']);
});

test('a finding is dismissed for this draft, and that can be taken back', async () => {
  open({ draft: 'blast' });
  await press('Dismiss here');
  expect(desk.dismissFinding).toHaveBeenCalledWith('blast', 'same-text', true);
  expect(await screen.findByText(/is silent for this draft/)).toBeVisible();
  await press('Take back');
  expect(desk.dismissFinding).toHaveBeenLastCalledWith('blast', 'same-text', false);
});

test('the rule can be looked up where it is switched off', async () => {
  const { house } = open({ draft: 'blast' });
  await press('Rules …');
  expect([house.room, house.params.section]).toEqual(['settings', 'check']);
});

test('an announcement is said to be one', async () => {
  open({ draft: 'blast' });
  await press('This is an announcement');
  expect(desk.announce).toHaveBeenCalledWith('blast', true);
  expect(await screen.findByText(/Taken as an announcement/)).toBeVisible();
});

test('the card shows what waits and what is known', async () => {
  open({ draft: 'good' });
  const about = await screen.findByRole('article', { name: 'Ada King' });
  for (const part of ['Their open question', 'Your open promise', 'Last exchange', 'Notes'])
    expect(inside(about).getByRole('region', { name: part })).toBeVisible();
  expect(about).toHaveTextContent('Would you send me the notes');
  expect(about).toHaveTextContent('They wrote last');
  expect(about).toHaveTextContent('from LinkedIn profile');
  expect(about).toHaveTextContent(/You opened 7 conversations/);
  await press(/^Kept: Introduce her/);
  expect(desk.finishPromise).toHaveBeenCalledWith('p1', true);
});

test('notes can be seen again once the profile was opened', async () => {
  open({ draft: 'good' });
  await screen.findByRole('article');
  expect(screen.queryByRole('button', { name: /Seen again today/ })).toBeNull();
  await press('Look at their profile');
  expect(outside.openLink).toHaveBeenCalledWith('https://www.linkedin.com/in/ada-example');
  await press(/Seen again today: Works on a table/);
  expect(desk.seenAgain).toHaveBeenCalledWith('n1');
});

test('of several recipients each has a card, and it is said that each gets it', async () => {
  const { container } = open({ draft: 'many' });
  expect(await screen.findByText(/Each of the 3 gets this message/)).toBeVisible();
  await press('Next recipient');
  expect(screen.getByRole('article', { name: 'Bea Chandra' })).toHaveTextContent(
    'Your last 2 messages wait for an answer.',
  );
  await press('Next recipient');
  expect(screen.getByRole('article')).toHaveTextContent('Nothing is to be sent to Chidi Okafor');
  expect(await faults(container)).toEqual([]);
});

test('of several recipients each gets a letter of their own', async () => {
  open({ draft: 'many' });
  await user.click(await text());
  await user.keyboard('{Control>}{Enter}{/Control}');
  await press('Write to Bea Chandra in the mail program');
  expect(outside.openLink).toHaveBeenCalledWith('mailto:bea@example.com');
});

test('by keys it is copied, handed over and marked as sent', async () => {
  const { house } = open({ draft: 'good' });
  await user.click(await text());
  await user.keyboard('{Control>}{Shift>}c{/Shift}{/Control}');
  await waitFor(() => expect(outside.copy).toHaveBeenCalledWith(find('good').text));
  await user.keyboard('{Control>}{Enter}{/Control}');
  const sheet = await screen.findByRole('dialog', { name: 'Hand over' });
  expect(await faults(sheet)).toEqual([]);
  await waitFor(() => expect(inside(sheet).getByText('Open in mail program')).toBeVisible());
  await press('Open in mail program');
  expect(outside.openLink).toHaveBeenCalledWith('mailto:ada@example.com');
  await press('Mark as sent');
  await waitFor(() => expect(house.room).toBe('contacts'));
  expect(house.params).toEqual({ contact: 'ada', interaction: 'sent-1' });
  expect(house.toasts.list.at(-1)).toMatchObject({ title: 'Marked as sent to Ada King' });
  expect(house.toasts.list.at(-1)?.undo).toBeDefined();
});

test('a blast asks once, in words, before it is marked as sent', async () => {
  const { house } = open({ draft: 'blast' });
  await press('Hand over');
  await press('Mark as sent');
  expect(desk.markSent).not.toHaveBeenCalled();
  const ask = await screen.findByRole('dialog', { name: 'Send it like this?' });
  expect(inside(ask).getByRole('button', { name: 'Back to the letter' })).toHaveFocus();
  expect(ask).toHaveTextContent('3 of 4 sentences also went to 13 people');
  await press('Yes, mark as sent');
  await waitFor(() => expect(house.room).toBe('contacts'));
});

test('what is handed over is what stands there now', async () => {
  open({ draft: 'good' });
  await user.type(await text(), ' And for the cards.');
  await press('Hand over');
  await screen.findByRole('dialog', { name: 'Hand over' });
  expect(find('good').text).toBe('Dear Ada, thank you for the loom. And for the cards.');
});

test('leaving the room keeps what was typed last', async () => {
  const { unmount } = open({ draft: 'good' });
  await user.type(await text(), ' More.');
  unmount();
  await waitFor(() => expect(find('good').text).toMatch(/ More\.$/));
});

test('a draft that is not there any more leads to the others', async () => {
  desk.openDraft.mockRejectedValueOnce({ kind: 'not-found', what: 'draft' });
  const { house } = open({ draft: 'lost' });
  await waitFor(() => expect(house.params.draft).toBeUndefined());
  expect(house.toasts.list.at(-1)?.tone).toBe('stop');
});
