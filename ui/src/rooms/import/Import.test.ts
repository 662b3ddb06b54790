import { render, screen, waitFor, within as inside } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { Troubled, untouched, type Desk } from '../../bridge/desk';
import type { ImportProgress, Outside } from '../../bridge/outside';
import { faults } from '../../testing/axe';
import { within } from '../../testing/within';
import Import from './Import.svelte';
import { plan, row, summary } from './invented';

const user = userEvent.setup();
const done = <T>(value: T) => ({
  value,
  deed: 'import',
  touched: { ...untouched, imports: true },
  undoable: true,
});

function open(desk: Partial<Desk> = {}, kept = { contacts: 9, interactions: 9 }) {
  const status = {
    ...kept,
    store: { read_only: false, sample: false },
  } as Awaited<ReturnType<Desk['status']>>;
  let tell: (progress: ImportProgress) => void = () => undefined;
  const outside = {
    onImportProgress: vi.fn<Outside['onImportProgress']>(async (hear) => {
      tell = hear;
      return () => undefined;
    }),
    chooseFiles: vi.fn(async () => ['/home/ada/linkedin.zip']),
    chooseFolder: vi.fn(async () => '/home/ada/Mail'),
    openLink: vi.fn(async () => undefined),
  };
  const all = {
    status: async () => status,
    listImports: vi.fn(async () => [row]),
    planImport: vi.fn(async () => plan),
    settleImport: vi.fn(async () => done(summary)),
    ...desk,
  };
  const { context, house } = within(all, outside);
  const view = render(Import, { props: {}, context });
  return { ...view, house, context, outside, desk: all, tell: (p: ImportProgress) => tell(p) };
}

const choose = () => user.click(screen.getByRole('button', { name: /Choose files/ }));
const bringIn = async () => user.click(await screen.findByRole('button', { name: /^Bring in/ }));

test('chosen files become a plan, and nothing is written', async () => {
  const { desk } = open();
  await choose();
  expect(await screen.findByText('new people')).toBeVisible();
  expect(desk.planImport).toHaveBeenCalledWith(['/home/ada/linkedin.zip'], [], null);
  expect(screen.getByText('340')).toBeVisible();
  expect(screen.getByText('Bea wrote')).toBeVisible();
  expect(screen.getByText('You wrote to Chidi')).toBeVisible();
  expect(screen.getByText('2 files')).toBeVisible();
  expect(desk.settleImport).not.toHaveBeenCalled();
});

test('a folder can be chosen, and a closed dialog does nothing', async () => {
  const { desk, outside } = open();
  outside.chooseFiles.mockResolvedValueOnce([]);
  await choose();
  expect(desk.planImport).not.toHaveBeenCalled();
  await user.click(screen.getByRole('button', { name: /Choose a folder/ }));
  await waitFor(() => expect(desk.planImport).toHaveBeenCalledWith(['/home/ada/Mail'], [], null));
});

test('dropped files become a plan, and a second drop another one', async () => {
  const { desk, house } = open();
  house.bring(['/a.mbox', '/b.mbox']);
  await screen.findByText('new people');
  house.bring(['/c.vcf']);
  await screen.findByText('In place of the plan for a.mbox and 1 file more');
  expect(desk.planImport).toHaveBeenLastCalledWith(['/c.vcf'], [], null);
  await user.click(screen.getByRole('button', { name: 'Look at both together' }));
  await waitFor(() =>
    expect(desk.planImport).toHaveBeenLastCalledWith(['/a.mbox', '/b.mbox', '/c.vcf'], [], null),
  );
});

test('what is dropped while files are being read is read together with them', async () => {
  const planImport = vi.fn<Desk['planImport']>(() => new Promise(() => undefined));
  const { house } = open({ planImport });
  house.bring(['/a.mbox']);
  await screen.findByText('Reading 1 file');
  house.bring(['/b.mbox']);
  await screen.findByText('Reading 2 files');
  expect(planImport).toHaveBeenLastCalledWith(['/a.mbox', '/b.mbox'], [], null);
});

test('the likely addresses are ticked; what is ticked, typed and answered is settled', async () => {
  const { desk } = open();
  await choose();
  expect(await screen.findByRole('checkbox', { name: 'moira@example.org' })).toBeChecked();
  await user.click(screen.getByRole('checkbox', { name: 'm@example.net' }));
  await user.type(screen.getByLabelText('Add an address of your own'), 'me@example.com{Enter}');
  await screen.findByText('added by you');
  expect(desk.planImport).toHaveBeenLastCalledWith(
    ['/home/ada/linkedin.zip'],
    ['moira@example.org', 'm@example.net', 'me@example.com'],
    null,
  );
  await user.click(screen.getByRole('radio', { name: 'The same' }));
  await bringIn();
  await screen.findByText('All brought in');
  expect(desk.settleImport).toHaveBeenCalledWith('plan-1', {
    me: ['moira@example.org', 'm@example.net', 'me@example.com'],
    my_name: 'Moira Ellery',
    same_person: ['u1'],
  });
});

test('with other addresses ticked the directions are preliminary until looked at again', async () => {
  const { desk } = open();
  await choose();
  await user.click(await screen.findByRole('checkbox', { name: 'moira@example.org' }));
  expect(screen.getByText(/preliminary/)).toBeVisible();
  expect(screen.getByText('No address is ticked')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Look again' }));
  await waitFor(() => expect(screen.queryByText(/preliminary/)).toBeNull());
  expect(desk.planImport).toHaveBeenLastCalledWith(['/home/ada/linkedin.zip'], [], null);
  expect(screen.getByRole('checkbox', { name: 'moira@example.org' })).not.toBeChecked();
});

test('what is no address is told and not taken', async () => {
  const planImport = vi.fn<Desk['planImport']>(async (_paths, me) => {
    if (me.includes('nonsense'))
      throw new Troubled({ kind: 'not-understood', why: '“nonsense” is no address' });
    return plan;
  });
  const { house } = open({ planImport });
  await choose();
  const field = await screen.findByLabelText('Add an address of your own');
  await user.type(field, 'nonsense{Enter}');
  await waitFor(() => expect(house.toasts.list.at(-1)?.detail).toBe('“nonsense” is no address'));
  expect(field).toHaveValue('nonsense');
  expect(screen.queryByText('added by you')).toBeNull();
});

test('an owner who is known is not asked, but can change it', async () => {
  const owner = {
    ...plan.owner,
    certain: true,
    found: [],
    known: plan.owner.found.map(({ identity }) => identity),
  };
  open({ planImport: async () => ({ ...plan, owner }) });
  await choose();
  expect(await screen.findByText('You are Moira Ellery')).toBeVisible();
  expect(screen.queryByLabelText('Your name')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Change' }));
  expect(screen.getByLabelText('Your name')).toHaveValue('Moira Ellery');
});

test('an owner who is unknown is asked for', async () => {
  const owner = { certain: false, name: '', known: [], found: [] };
  open({ planImport: async () => ({ ...plan, owner }) });
  await choose();
  expect(await screen.findByText('None of your addresses was found in these files')).toBeVisible();
});

test('a plan can be thrown away', async () => {
  const { desk, house } = open();
  await choose();
  await user.click(await screen.findByRole('button', { name: 'Throw away' }));
  expect(await screen.findByText('Drop files here, or anywhere on this window')).toBeVisible();
  expect(house.spoken).toBe('Plan thrown away. Nothing was written.');
  expect(desk.settleImport).not.toHaveBeenCalled();
});

test('who leaves the room finds the plan as it was', async () => {
  const { unmount, context } = open();
  await choose();
  await user.click(await screen.findByRole('checkbox', { name: 'm@example.net' }));
  unmount();
  render(Import, { props: {}, context });
  expect(await screen.findByRole('checkbox', { name: 'm@example.net' })).toBeChecked();
});

test('while it is written it tells how far, and can be broken off', async () => {
  const cancelImport = vi.fn(async () => null);
  const { tell, house } = open({
    settleImport: () => new Promise(() => undefined),
    cancelImport,
  });
  await choose();
  await bringIn();
  await screen.findByText('Bringing it in');
  tell({ id: 'another', done: 1, of: 2, stage: 'contacts' });
  tell({ id: 'plan-1', done: 200, of: 347, stage: 'interactions' });
  expect(await screen.findByRole('progressbar')).toHaveAttribute('aria-valuenow', '200');
  expect(screen.getByText('200 of 347')).toBeVisible();
  house.bring(['/later.mbox']);
  expect(await screen.findByText('1 file dropped meanwhile')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Break off' }));
  expect(cancelImport).toHaveBeenCalledWith('plan-1');
  expect(await screen.findByText('Breaking off after this batch …')).toBeVisible();
});

test('the summary leads to the people, and takes exactly this import back', async () => {
  let taken = false;
  const takeBackImport = vi.fn(async () => {
    taken = true;
    return done(null);
  });
  const { house } = open({
    takeBackImport,
    listImports: async () => [{ ...row, taken_back: taken }],
  });
  await choose();
  await bringIn();
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(takeBackImport).toHaveBeenCalledWith('import-1');
  expect(await screen.findByText(/gone again/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  expect(house.room).toBe('today');
});

test('See the people goes to the contacts', async () => {
  const { house } = open();
  await choose();
  await bringIn();
  await user.click(await screen.findByRole('button', { name: 'See the people' }));
  expect(house.room).toBe('contacts');
});

test('an import that was broken off says what is kept', async () => {
  open({ settleImport: async () => done({ ...summary, cancelled: true }) });
  await choose();
  await bringIn();
  expect(await screen.findByRole('heading', { name: 'Broken off' })).toBeVisible();
  expect(screen.getByText(/What was written until then is kept/)).toBeVisible();
});

test('a trouble while writing is told, and the same files can be looked at again', async () => {
  const settleImport = vi.fn<Desk['settleImport']>(async () => {
    throw new Troubled({ kind: 'disk-full' });
  });
  const { desk, house } = open({ settleImport });
  await choose();
  await bringIn();
  await user.click(await screen.findByRole('button', { name: 'Try again' }));
  expect(house.toasts.list[0]?.title).toBe('The disk is full');
  expect(desk.planImport).toHaveBeenCalledTimes(2);
});

test('a trouble while reading is told in words', async () => {
  open({
    planImport: async () => {
      throw new Troubled({ kind: 'busy' });
    },
  });
  await choose();
  expect(await screen.findByText('The store is busy')).toBeVisible();
});

test('where nothing is recognised it says what was looked at and what is read', async () => {
  const snags = [{ file: 'holiday.jpg', line: null, why: 'it is of no kind that Requite reads' }];
  open({ planImport: async () => ({ ...plan, files: [], snags }) });
  await choose();
  expect(await screen.findByText('Nothing here that Requite reads')).toBeVisible();
  expect(screen.getByText('holiday.jpg')).toBeVisible();
  expect(screen.queryByRole('button', { name: /^Bring in/ })).toBeNull();
});

test('an import again says that everything is here already', async () => {
  const none = { new: 0, updated: 0, same: 17 };
  open({
    planImport: async () => ({
      ...plan,
      contacts: none,
      interactions: { new: 0, same: 347 },
      notes: { new: 0 },
    }),
  });
  await choose();
  expect(await screen.findByText('Everything in it is here already')).toBeVisible();
  expect(screen.getByText('17 people and 347 messages are here already.')).toBeVisible();
});

test('an empty store is offered the sample, a filled one is not', async () => {
  const fillWithSample = vi.fn<Desk['fillWithSample']>(async () => done({} as never));
  const { house, unmount } = open({ fillWithSample }, { contacts: 0, interactions: 0 });
  house.go('import');
  await user.click(await screen.findByRole('button', { name: 'Fill with the sample' }));
  expect(fillWithSample).toHaveBeenCalledOnce();
  await waitFor(() => expect(house.room).toBe('today'));
  unmount();
  open();
  await screen.findByText('linkedin.zip');
  expect(screen.queryByText('Only looking?')).toBeNull();
});

test('an earlier import shows what was not read, and is taken back after a word', async () => {
  const importSnags = vi.fn(async () => plan.snags);
  const takeBackImport = vi.fn(async () => done(null));
  open({ importSnags, takeBackImport });
  await user.click(await screen.findByRole('button', { name: '1 place not read' }));
  const snags = await screen.findByRole('dialog', { name: 'What could not be read' });
  expect(await inside(snags).findByText(/the date makes no sense/)).toBeVisible();
  await user.click(inside(snags).getByRole('button', { name: 'Close' }));
  await user.click(screen.getByRole('button', { name: 'Take back linkedin.zip' }));
  const ask = await screen.findByRole('dialog', { name: 'Take this import back?' });
  expect(inside(ask).getByText(/12 people and 340 messages/)).toBeVisible();
  expect(takeBackImport).not.toHaveBeenCalled();
  await user.click(inside(ask).getByRole('button', { name: 'Take it back' }));
  expect(takeBackImport).toHaveBeenCalledWith('import-1');
});

test('the help opens a page in the browser', async () => {
  const { outside } = open();
  await user.click(screen.getByRole('tab', { name: 'Gmail' }));
  await user.click(screen.getByRole('button', { name: 'Open Google Takeout' }));
  expect(outside.openLink).toHaveBeenCalledWith('https://takeout.google.com/');
});

test('the house is offered the keys', async () => {
  const { house, desk } = open();
  house.actions.find(({ keys }) => keys?.includes('o'))?.run();
  await screen.findByText('new people');
  house.actions.find(({ keys }) => keys?.includes('mod+enter'))?.run();
  await waitFor(() => expect(desk.settleImport).toHaveBeenCalledOnce());
});

test('axe finds nothing at the start, in the plan and in the summary', async () => {
  const { container } = open();
  await screen.findByText('linkedin.zip');
  expect(await faults(container)).toEqual([]);
  await choose();
  await screen.findByText('new people');
  expect(await faults(container)).toEqual([]);
  await bringIn();
  await screen.findByText('All brought in');
  expect(await faults(container)).toEqual([]);
}, 30_000);
