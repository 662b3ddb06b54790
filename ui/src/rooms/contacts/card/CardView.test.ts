import { render, screen, waitFor, within as inside } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { Desk } from '../../../bridge/desk';
import { untouched } from '../../../bridge/touched';
import { cardOf, circles, crowd } from '../../../dev/fake/contacts.people';
import { passed } from '../../../dev/fake/contacts.timeline';
import { faults } from '../../../testing/axe';
import { within } from '../../../testing/within';
import type { Card, Row } from '../views';
import CardView from './CardView.svelte';

const user = userEvent.setup();
const row = crowd(1)[0] as Row;
const done = <T>(value: T) => ({ value, deed: 'edit-contact', touched: untouched, undoable: true });

function open(desk: Partial<Desk> = {}, more: Partial<Card> = {}, outside = {}) {
  const changeContact = vi.fn<Desk['changeContact']>(async () => done(null));
  const around = within(
    {
      timeline: async () => ({ rows: [], cursor: null }),
      listCircles: async () => circles,
      listTags: async () => ['chess', 'loom'],
      listGroups: async () => ['Loom Circle'],
      changeContact,
      ...desk,
    },
    outside,
  );
  const deeds = { onsame: vi.fn(), onremove: vi.fn() };
  const shown = render(CardView, {
    props: { card: { ...cardOf(row), ...more }, ...deeds },
    context: around.context,
  });
  const action = (id: string) => around.house.actions.find((one) => one.id === id)?.run();
  return { ...around, ...shown, ...deeds, changeContact, action };
}

const about = () => user.click(screen.getByRole('tab', { name: 'About' }));
const button = (name: string | RegExp) => screen.getByRole('button', { name });

test('the head tells who this is, and axe finds nothing on either side', async () => {
  const { container } = open();
  expect(screen.getByRole('heading', { name: /^Ada King/ })).toBeVisible();
  expect(screen.getByText('Programmer, Analytical Engines')).toBeVisible();
  expect(await faults(container)).toEqual([]);
  await about();
  expect(await faults(container)).toEqual([]);
});

test('the name is changed where it stands; Escape leaves it', async () => {
  const { changeContact, action } = open();
  action('rename');
  const field = await screen.findByRole('textbox', { name: 'Name' });
  await user.clear(field);
  await user.type(field, 'Ada Byron{Escape}');
  expect(changeContact).not.toHaveBeenCalled();
  await user.click(button(/^Ada King\. Name: change/));
  await user.clear(screen.getByRole('textbox', { name: 'Name' }));
  await user.keyboard('Ada Byron{Enter}');
  expect(changeContact).toHaveBeenCalledExactlyOnceWith('ada', {
    change: 'field',
    field: 'name',
    value: 'Ada Byron',
  });
});

test('title and organisation change together and keep the earlier posts', async () => {
  const { changeContact } = open();
  await user.click(screen.getByText('Programmer, Analytical Engines'));
  await user.clear(screen.getByRole('textbox', { name: 'Title' }));
  await user.keyboard('Chief Programmer{Enter}');
  expect(changeContact).toHaveBeenCalledWith('ada', {
    change: 'positions',
    positions: [
      {
        organisation: 'Analytical Engines',
        title: 'Chief Programmer',
        from_on: '2021-03-01',
        to_on: null,
      },
      cardOf(row).positions[1],
    ],
  });
});

test('Write goes to the letter, the menu to everything else', async () => {
  const { house, onsame, onremove, changeContact } = open();
  await user.click(button('Write'));
  expect([house.room, house.params]).toEqual(['compose', { to: 'ada' }]);
  const choose = async (name: string) => {
    await user.click(button('More actions'));
    await user.click(screen.getByRole('menuitem', { name: new RegExp(`^${name}`) }));
  };
  await choose('Do not contact');
  expect(changeContact).toHaveBeenLastCalledWith('ada', { change: 'do-not-contact', on: true });
  await choose('Leave out of review');
  expect(changeContact).toHaveBeenLastCalledWith('ada', { change: 'left-out-of-review', on: true });
  await choose('This is a list');
  expect(changeContact).toHaveBeenLastCalledWith('ada', { change: 'automated', on: true });
  await choose('Same person as');
  expect(onsame).toHaveBeenCalledOnce();
  await choose('Delete');
  expect(onremove).toHaveBeenCalledOnce();
});

test('what must not be overlooked stands in the head', () => {
  open({}, { do_not_contact: true, left_out_of_review: true, automated: true });
  expect(screen.getByText('Do not contact')).toBeVisible();
  expect(screen.getByText('Left out of review')).toBeVisible();
  expect(screen.getByText('List or no-reply sender')).toBeVisible();
});

test('a photo is chosen in the system’s dialog', async () => {
  const setPhoto = vi.fn(async () => done(null));
  open({ setPhoto }, {}, { chooseFiles: async () => ['/pictures/ada.png'] });
  await user.click(button('Choose a photo …'));
  await waitFor(() => expect(setPhoto).toHaveBeenCalledWith('ada', '/pictures/ada.png'));
});

test('a note is written by keyboard', async () => {
  const addNote = vi.fn<Desk['addNote']>(async () => done('n'));
  const { action } = open({ addNote });
  action('note');
  const text = await screen.findByRole('textbox', { name: 'Note' });
  await waitFor(() => expect(text).toHaveFocus());
  await user.keyboard('Plays the harp{Enter}');
  expect(addNote).toHaveBeenCalledWith('ada', {
    kind: 'interest',
    text: 'Plays the harp',
    source: '',
    link: '',
  });
});

test('a note tells its source and age, is seen again, changed and removed', async () => {
  const seenAgain = vi.fn(async () => done(null));
  const editNote = vi.fn<Desk['editNote']>(async () => done(null));
  const removeNote = vi.fn(async () => done(null));
  open({ seenAgain, editNote, removeNote });
  await about();
  const note = inside(screen.getByText(/^Flying machines/).closest('li') as HTMLElement);
  expect(note.getByText(/from her profile, seen/)).toHaveTextContent('3 weeks ago');
  await user.click(note.getByRole('button', { name: 'Seen again today' }));
  expect(seenAgain).toHaveBeenCalledWith('n1');
  await user.click(note.getByRole('button', { name: /^More about/ }));
  await user.click(note.getByRole('menuitem', { name: 'Remove' }));
  expect(removeNote).toHaveBeenCalledWith('n1');
  await user.click(note.getByRole('button', { name: /^Change the note/ }));
  await user.clear(note.getByRole('textbox', { name: 'Note' }));
  await user.keyboard('Steam birds{Enter}');
  expect(editNote).toHaveBeenCalledWith('n1', expect.objectContaining({ text: 'Steam birds' }));
});

test('promises are ticked off, and new ones written with a day', async () => {
  const finishPromise = vi.fn(async () => done(null));
  const savePromise = vi.fn<Desk['savePromise']>(async () => done('r'));
  const { action } = open({ finishPromise, savePromise });
  action('remind');
  await waitFor(() => expect(screen.getByRole('textbox', { name: 'What' })).toHaveFocus());
  await user.click(screen.getByRole('radio', { name: 'They owe' }));
  await user.type(screen.getByRole('textbox', { name: 'What' }), 'The table');
  await user.type(screen.getByLabelText('By'), '2026-12-01');
  await user.click(button('Save'));
  expect(savePromise).toHaveBeenCalledWith({
    id: '',
    contact: 'ada',
    kind: 'they-owe',
    text: 'The table',
    due_on: '2026-12-01',
    done: false,
  });
  await user.click(
    screen.getByRole('checkbox', { name: 'Done: Send the translation with my notes' }),
  );
  expect(finishPromise).toHaveBeenCalledWith('r1', true);
});

test('an address opens, is copied, removed, and added by typing anything', async () => {
  const copy = vi.fn(async () => undefined);
  const { changeContact, house } = open({}, {}, { copy });
  await about();
  await user.click(button('Open ada.king@example.org'));
  expect(house.leaving).toBe('mailto:ada.king@example.org');
  await user.click(button('Copy ada.king@example.org'));
  expect(copy).toHaveBeenCalledWith('ada.king@example.org');
  await user.click(button('Remove ada.king@example.org'));
  expect(changeContact).toHaveBeenLastCalledWith('ada', {
    change: 'remove-identity',
    kind: 'email',
    value: 'ada.king@example.org',
  });
  await user.click(button('Add an address'));
  await user.keyboard('github/ada{Enter}');
  expect(changeContact).toHaveBeenLastCalledWith('ada', {
    change: 'add-identity',
    text: 'github/ada',
  });
});

test('an address that is refused stays written', async () => {
  const changeContact = vi.fn(async () => {
    throw new Error('refused');
  });
  open({ changeContact });
  await about();
  await user.click(button('Add an address'));
  await user.keyboard('nonsense{Enter}');
  expect(screen.getByRole('textbox', { name: 'Address' })).toHaveValue('nonsense');
});

test('a number of the balance opens the messages behind it', async () => {
  const reviewEvidence = vi.fn(async () => [{ ...passed(row, 0), cues: [] }]);
  open({ reviewEvidence });
  await about();
  expect(screen.getByText(/^Even: she gives/)).toBeVisible();
  await user.click(button(/^From you: 12 asks/));
  expect(reviewEvidence).toHaveBeenCalledWith('ada', 'asks_out');
  const sheet = await screen.findByRole('dialog', { name: 'You asked, Ada King' });
  expect(await inside(sheet).findByText(/I would rather not draw/)).toBeVisible();
});

test('tags, circle, dates and consent are changed where they stand', async () => {
  const { changeContact } = open();
  await about();
  await user.click(button('Remove chess'));
  expect(changeContact).toHaveBeenLastCalledWith('ada', { change: 'tags', tags: ['open source'] });
  await user.selectOptions(screen.getByRole('combobox', { name: 'Circle' }), 'craft');
  expect(changeContact).toHaveBeenLastCalledWith('ada', { change: 'circle', circle: 'craft' });
  await user.click(button('Add a date'));
  await user.type(screen.getByRole('textbox', { name: 'Which day' }), 'name day');
  await user.type(screen.getByRole('textbox', { name: 'Day' }), '12-24{Enter}');
  expect(changeContact).toHaveBeenLastCalledWith('ada', {
    change: 'dates',
    dates: [...cardOf(row).dates, { label: 'name day', day: '--12-24' }],
  });
  await user.click(button('Remove the consent'));
  expect(changeContact).toHaveBeenLastCalledWith('ada', { change: 'consent', consent: null });
});

test('a tag that is new is made by typing it', async () => {
  const { changeContact } = open();
  await about();
  await user.click(button('Add a tag'));
  await user.type(screen.getByRole('combobox', { name: 'Tags' }), 'harp');
  await screen.findByRole('option', { name: 'harp' });
  await user.keyboard('{Enter}');
  expect(changeContact).toHaveBeenLastCalledWith('ada', {
    change: 'tags',
    tags: ['chess', 'open source', 'harp'],
  });
});

test('a discussion group that is known is chosen, and one can be left', async () => {
  const { changeContact } = open();
  await about();
  const groups = cardOf(row).groups;
  await user.click(button('Add a discussion group'));
  await user.type(screen.getByRole('combobox', { name: 'Groups' }), 'loom');
  await screen.findByRole('option', { name: 'Loom Circle' });
  await user.keyboard('{Enter}');
  expect(changeContact).toHaveBeenLastCalledWith('ada', {
    change: 'groups',
    groups: [...groups, 'Loom Circle'],
  });
});

test('what was merged is taken apart again', async () => {
  const unmergeContact = vi.fn(async () => done(null));
  open({ unmergeContact });
  await about();
  await user.click(button('Take A. A. King apart again'));
  expect(unmergeContact).toHaveBeenCalledWith('old-ada');
});

test('a bare card says what could stand there', async () => {
  open({}, { notes: [], promises: [], identities: [], merged: [], consent: null });
  await about();
  expect(screen.getByText('What would you like to remember about them?')).toBeVisible();
  expect(screen.getByText('Nothing is open between you.')).toBeVisible();
  expect(screen.queryByText('Merged into this card')).toBeNull();
});
