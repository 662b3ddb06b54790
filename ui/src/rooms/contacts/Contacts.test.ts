import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { Troubled, type Desk } from '../../bridge/desk';
import { untouched } from '../../bridge/touched';
import { cardOf, circles, crowd } from '../../dev/fake/contacts.people';
import { faults } from '../../testing/axe';
import { within } from '../../testing/within';
import Contacts from './Contacts.svelte';
import type { Row } from './views';

const user = userEvent.setup();
const rows = crowd(6);
const done = <T>(value: T, id = 'ada') => ({
  value,
  deed: 'edit-contact',
  touched: { ...untouched, contacts: [id] },
  undoable: true,
});

function enter(params: Record<string, string> = {}, desk: Partial<Desk> = {}) {
  const listContacts = vi.fn<Desk['listContacts']>(async ({ query, automated }) => {
    const fit = automated
      ? []
      : rows.filter((row) => row.name.toLowerCase().includes(query.toLowerCase()));
    return { rows: fit, total: fit.length };
  });
  const openContact = vi.fn<Desk['openContact']>(async (id) =>
    cardOf(rows.find((row) => row.id === id) as Row),
  );
  const around = within({
    listContacts,
    openContact,
    timeline: async () => ({ rows: [], cursor: null }),
    listTags: async () => ['chess'],
    listCircles: async () => circles,
    ...desk,
  });
  around.house.go('contacts', params);
  return { ...around, ...render(Contacts, { context: around.context }), listContacts, openContact };
}

const search = () => screen.getByRole('searchbox', { name: 'Search contacts' });
const card = (name: string) => screen.findByRole('article', { name: `Card of ${name}` });
const name = (at: number) => (rows[at] as Row).name;

test('everybody is listed and counted, and axe finds nothing', async () => {
  const { container } = enter({ contact: 'ada' });
  expect(await screen.findByText('6 contacts')).toBeVisible();
  expect(screen.getAllByRole('option')).toHaveLength(6);
  await card('Ada King');
  expect(await faults(container)).toEqual([]);
});

test('typing filters at once and tells how many', async () => {
  const { listContacts } = enter({ focus: 'search' });
  await waitFor(() => expect(search()).toHaveFocus());
  await user.keyboard('ada');
  expect(await screen.findByText('1 person found')).toBeVisible();
  expect(listContacts).toHaveBeenLastCalledWith({
    query: 'ada',
    tag: null,
    circle: null,
    automated: false,
    order: 'name',
    offset: 0,
    limit: 200,
  });
});

test('from the search field arrows move and Enter opens the card', async () => {
  const { house } = enter({ focus: 'search' });
  await screen.findByText('6 contacts');
  await user.keyboard('{ArrowDown}{ArrowDown}');
  expect(house.params.contact).toBe(rows[1]?.id);
  await user.keyboard('{Enter}');
  await card(name(1));
  await waitFor(() => expect(screen.getByRole('heading', { level: 2 })).toHaveFocus());
});

test('the list is put in another order', async () => {
  const { listContacts } = enter();
  await user.click(await screen.findByRole('button', { name: 'Order: Name' }));
  await user.click(screen.getByRole('menuitemradio', { name: 'Longest silence' }));
  await waitFor(() =>
    expect(listContacts).toHaveBeenLastCalledWith(expect.objectContaining({ order: 'silence' })),
  );
});

test('the list is narrowed by tag and circle, and widened by their chips', async () => {
  const { listContacts } = enter();
  await user.click(await screen.findByRole('button', { name: 'Filter' }));
  await screen.findByRole('option', { name: 'chess' });
  await user.selectOptions(screen.getByRole('combobox', { name: 'Tag' }), 'chess');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Circle' }), 'close');
  await waitFor(() =>
    expect(listContacts).toHaveBeenLastCalledWith(
      expect.objectContaining({ tag: 'chess', circle: 'close' }),
    ),
  );
  await user.click(screen.getByRole('button', { name: 'Remove chess' }));
  await waitFor(() =>
    expect(listContacts).toHaveBeenLastCalledWith(
      expect.objectContaining({ tag: null, circle: 'close' }),
    ),
  );
});

test('lists and no-reply senders are shown on request', async () => {
  enter();
  await user.click(await screen.findByRole('button', { name: 'Filter' }));
  await user.click(screen.getByRole('switch', { name: 'Lists and no-reply senders' }));
  expect(await screen.findByText('No lists or no-reply senders')).toBeVisible();
});

test('nobody found is said with a way back', async () => {
  enter();
  await screen.findByText('6 contacts');
  await user.type(search(), 'zzz');
  expect(await screen.findByText('Nobody fits')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Show everybody' }));
  expect(await screen.findByText('6 contacts')).toBeVisible();
  expect(search()).toHaveFocus();
});

test('an empty store leads to the import and the sample', async () => {
  const { house, container } = enter({}, { listContacts: async () => ({ rows: [], total: 0 }) });
  await user.click(await screen.findByRole('button', { name: 'Look at the sample' }));
  expect(house.room).toBe('import');
  expect(await faults(container)).toEqual([]);
});

test('somebody is added by name and opened; a name is needed', async () => {
  const addContact = vi.fn<Desk['addContact']>(async () => done({ id: 'bea', name: 'Bea' }, 'bea'));
  const { house } = enter({}, { addContact });
  await screen.findByText('6 contacts');
  house.actions.find((action) => action.keys?.includes('n'))?.run();
  await screen.findByRole('dialog', { name: 'Somebody new' });
  await user.click(screen.getByRole('button', { name: 'Add' }));
  expect(await screen.findByText('A name is needed.')).toBeVisible();
  expect(addContact).not.toHaveBeenCalled();
  await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Bea Chandra');
  await user.click(screen.getByRole('button', { name: 'Add' }));
  expect(addContact).toHaveBeenCalledWith({
    name: 'Bea Chandra',
    identity: '',
    organisation: '',
    title: '',
    how_met: '',
  });
  await waitFor(() => expect(house.params.contact).toBe('bea'));
});

test('who is deleted makes room for the next one', async () => {
  const deleteContacts = vi.fn<Desk['deleteContacts']>(async () => done(1));
  const { house } = enter({ contact: 'ada' }, { deleteContacts });
  await card('Ada King');
  await user.click(screen.getByRole('button', { name: 'More actions' }));
  await user.click(screen.getByRole('menuitem', { name: 'Delete' }));
  expect(deleteContacts).toHaveBeenCalledWith(['ada']);
  await waitFor(() => expect(house.params.contact).toBe(rows[1]?.id));
});

test('a card is asked for again when it was touched, and only then', async () => {
  const { house, openContact } = enter({ contact: 'ada' });
  await card('Ada King');
  house.touch({ ...untouched, contacts: ['dora'] });
  house.touch({ ...untouched, drafts: true });
  await new Promise((resolve) => setTimeout(resolve, 80));
  expect(openContact).toHaveBeenCalledTimes(1);
  house.touch({ ...untouched, contacts: ['ada'] });
  await waitFor(() => expect(openContact).toHaveBeenCalledTimes(2));
});

test('a contact that is gone is told calmly', async () => {
  enter(
    { contact: 'gone' },
    {
      openContact: async () => {
        throw new Troubled({ kind: 'not-found', what: 'contact' });
      },
    },
  );
  expect(await screen.findByText('This contact is no longer here')).toBeVisible();
});

test('a list that could not be read is read again on request', async () => {
  const listContacts = vi.fn<Desk['listContacts']>().mockRejectedValueOnce(new Error('busy'));
  listContacts.mockResolvedValue({ rows, total: rows.length });
  enter({}, { listContacts });
  await user.click(await screen.findByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('6 contacts')).toBeVisible();
});
