import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { Troubled, untouched, type Desk } from '../../bridge/desk';
import { faults } from '../../testing/axe';
import { within } from '../../testing/within';
import Settings from './Settings.svelte';
import { size } from './bytes';
import type { SettingsView } from './types';

const user = userEvent.setup();
const done = <T>(value: T) => ({
  value,
  deed: 'edit-settings',
  touched: { ...untouched, settings: true },
  undoable: true,
});

const view: SettingsView = {
  owner_name: 'Moira Ellery',
  owner_organisations: ['The Letter Society'],
  owner_identities: [
    { kind: 'email', value: 'moira@example.org', shown: 'moira@example.org', link: null },
  ],
  rules: [
    { rule: 'copy', title: 'The same text to others', reason: 'One of many.', on: true },
    { rule: 'pitch', title: 'It sells something', reason: 'Nobody asked.', on: false },
  ],
  only_blast: false,
  half_life_days: 180,
  theme: 'system',
  circles: [{ id: 'c1', name: 'Close friends', cadence_days: 30 }],
  status: {
    contacts: 2431,
    interactions: 50,
    sent: 20,
    received: 30,
    conversations: 9,
    notes: 6,
    automated: 3,
    store: {
      path: '/home/moira/requite.db',
      bytes: 148_310_016,
      encrypted: false,
      version: 1,
      read_only: false,
      sample: false,
    },
  },
  version: '0.1.0',
  sqlite_version: '3.54.0',
};

function open(section: string, desk: Partial<Desk> = {}, shown = view) {
  const outside = {
    choosePlace: vi.fn(async (_title: string, proposed: string): Promise<string | null> => {
      return `/backup/${proposed}`;
    }),
    chooseFolder: vi.fn(async (): Promise<string | null> => null),
    showFile: vi.fn(async () => undefined),
  };
  const { context, house } = within({ settings: async () => shown, ...desk }, outside);
  house.go('settings', { section });
  return { ...render(Settings, { props: {}, context }), house, outside };
}

const store = (part: Partial<SettingsView['status']['store']>): SettingsView => ({
  ...view,
  status: { ...view.status, store: { ...view.status.store, ...part } },
});

test('it opens on You, and the sections lead on', async () => {
  const { house } = open('');
  expect(await screen.findByRole('heading', { name: 'You' })).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Circles' }));
  expect(house.params.section).toBe('circles');
  expect(await screen.findByText('every month')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Circles' })).toHaveAttribute('aria-current');
});

test('the name is saved when the field is left, and only when it was changed', async () => {
  const setOwnerName = vi.fn(async () => done(null));
  open('you', { setOwnerName });
  const field = await screen.findByLabelText('Your name');
  await user.click(field);
  await user.tab();
  expect(setOwnerName).not.toHaveBeenCalled();
  await user.clear(field);
  await user.type(field, ' Moira E. ');
  await user.tab();
  expect(setOwnerName).toHaveBeenCalledWith('Moira E.');
});

test('an address is added and removed', async () => {
  const addOwnerIdentity = vi.fn<Desk['addOwnerIdentity']>(async (text) =>
    done({ kind: 'email', value: text, shown: text, link: null }),
  );
  const removeOwnerIdentity = vi.fn(async () => done(null));
  open('you', { addOwnerIdentity, removeOwnerIdentity });
  const field = await screen.findByLabelText('Add an address');
  await user.type(field, 'm@example.net{Enter}');
  expect(addOwnerIdentity).toHaveBeenCalledWith('m@example.net');
  expect(field).toHaveValue('');
  await user.click(screen.getByRole('button', { name: 'Remove moira@example.org' }));
  expect(removeOwnerIdentity).toHaveBeenCalledWith('email', 'moira@example.org');
});

test('what is no address stays in the field to be mended', async () => {
  const addOwnerIdentity = vi.fn<Desk['addOwnerIdentity']>(async () => {
    throw new Troubled({ kind: 'not-understood', why: 'no address' });
  });
  const { house } = open('you', { addOwnerIdentity });
  const field = await screen.findByLabelText('Add an address');
  await user.type(field, 'nonsense{Enter}');
  expect(field).toHaveValue('nonsense');
  expect(house.toasts.list[0]?.detail).toBe('no address');
});

test('organisations are saved as a whole list', async () => {
  const setOwnerOrganisations = vi.fn(async () => done(null));
  open('you', { setOwnerOrganisations });
  await user.type(await screen.findByLabelText('Add an organisation'), 'Northwind{Enter}');
  expect(setOwnerOrganisations).toHaveBeenCalledWith(['The Letter Society', 'Northwind']);
  await user.click(screen.getByRole('button', { name: 'Remove The Letter Society' }));
  expect(setOwnerOrganisations).toHaveBeenLastCalledWith([]);
});

test('each rule has its reason and a switch', async () => {
  const setRule = vi.fn(async () => done(null));
  open('check', { setRule });
  expect(await screen.findByText('1 of 2 on')).toBeVisible();
  const pitch = screen.getByRole('switch', { name: 'It sells something' });
  expect(pitch).toHaveAccessibleDescription('Nobody asked.');
  await user.click(pitch);
  expect(setRule).toHaveBeenCalledWith('pitch', true);
});

test('a switch that could not be turned turns back', async () => {
  const setOnlyBlast = vi.fn<Desk['setOnlyBlast']>(async () => {
    throw new Troubled({ kind: 'busy' });
  });
  open('check', { setOnlyBlast });
  const name = 'Only tell me when it is a blast';
  await user.click(await screen.findByRole('switch', { name }));
  expect(setOnlyBlast).toHaveBeenCalledWith(true);
  await waitFor(() =>
    expect(screen.getByRole('switch', { name })).toHaveAttribute('aria-checked', 'false'),
  );
});

test('the half-life is kept within sense and saved', async () => {
  const setHalfLife = vi.fn(async () => done(null));
  open('review', { setHalfLife });
  const days = await screen.findByRole('textbox', { name: 'Half-life in days' });
  const save = screen.getByRole('button', { name: 'Save' });
  expect(days).toHaveValue('180');
  expect(save).toBeDisabled();
  await user.clear(days);
  await user.type(days, '7');
  expect(screen.getByText('A whole number between 30 and 1825')).toBeVisible();
  expect(save).toBeDisabled();
  await user.type(days, '0{Enter}');
  expect(setHalfLife).toHaveBeenCalledWith(70);
});

test('a circle is made with a cadence in words', async () => {
  const saveCircle = vi.fn<Desk['saveCircle']>(async (circle) => done(circle));
  open('circles', { saveCircle });
  await user.click(await screen.findByRole('button', { name: 'New circle' }));
  expect(screen.getByLabelText('Name')).toHaveFocus();
  await user.type(screen.getByLabelText('Name'), 'Old teachers');
  await user.selectOptions(screen.getByLabelText('How often'), 'twice a year');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(saveCircle).toHaveBeenCalledWith({ id: '', name: 'Old teachers', cadence_days: 182 });
  await waitFor(() => expect(screen.queryByLabelText('Name')).toBeNull());
});

test('a circle is changed to any number of days, left alone on Escape, and removed', async () => {
  const saveCircle = vi.fn<Desk['saveCircle']>(async (circle) => done(circle));
  const removeCircle = vi.fn(async () => done(null));
  open('circles', { saveCircle, removeCircle });
  await user.click(await screen.findByRole('button', { name: 'Change Close friends' }));
  await user.keyboard('{Escape}');
  expect(screen.queryByLabelText('Name')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Change Close friends' }));
  await user.selectOptions(screen.getByLabelText('How often'), 'another number of days');
  const days = screen.getByLabelText('Days');
  await user.clear(days);
  await user.type(days, 'x');
  expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
  await user.clear(days);
  await user.type(days, '45{Enter}');
  expect(saveCircle).toHaveBeenCalledWith({ id: 'c1', name: 'Close friends', cadence_days: 45 });
  await user.click(await screen.findByRole('button', { name: 'Remove Close friends' }));
  expect(removeCircle).toHaveBeenCalledWith('c1');
});

test('the light is a matter of the house', async () => {
  const { house } = open('appearance');
  await user.click(await screen.findByRole('radio', { name: 'Dark' }));
  expect(house.theme).toBe('dark');
  expect(screen.getByText('Always dark, whatever the system says.')).toBeVisible();
});

test('the store says where it lies and that it is not encrypted', async () => {
  const { outside } = open('store');
  expect(await screen.findByText('/home/moira/requite.db')).toBeVisible();
  expect(screen.getByText('148 MB')).toBeVisible();
  expect(screen.getByText(/Not encrypted by Requite/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Show in folder' }));
  expect(outside.showFile).toHaveBeenCalledWith('/home/moira/requite.db');
});

test('a backup goes where it was asked for, and says so', async () => {
  const backUp = vi.fn<Desk['backUp']>(async (path) => path);
  const { house } = open('store', { backUp });
  await user.click(await screen.findByRole('button', { name: 'Back up now' }));
  const said = await screen.findByText(/^\/backup\/requite-.*\.db$/);
  expect(said).toBeVisible();
  expect(backUp).toHaveBeenCalledOnce();
  expect(house.spoken).toContain('Backed up to /backup/requite-');
});

test('a save dialog that was closed writes nothing', async () => {
  const backUp = vi.fn<Desk['backUp']>(async (path) => path);
  const { outside } = open('store', { backUp });
  outside.choosePlace.mockResolvedValueOnce(null);
  await user.click(await screen.findByRole('button', { name: 'Back up now' }));
  expect(backUp).not.toHaveBeenCalled();
});

test('a backup is closed to a passphrase of its own where that is wanted', async () => {
  const backUpWithPassphrase = vi.fn(async (path: string, _passphrase: string) => path);
  open('store', { backUpWithPassphrase });
  await user.click(
    await screen.findByRole('checkbox', { name: /Close it to a passphrase of its own/ }),
  );
  expect(screen.getByRole('button', { name: /Back up now/ })).toBeDisabled();
  await user.type(screen.getByLabelText('Passphrase of the backup'), 'orchard ladder');
  await user.click(screen.getByRole('button', { name: /Back up now/ }));
  expect(backUpWithPassphrase.mock.calls[0]?.[0]).toMatch(/\.backup$/);
  expect(backUpWithPassphrase.mock.calls[0]?.[1]).toBe('orchard ladder');
});

test('a backup of the list takes the place of the open store once it was looked into', async () => {
  const kept = [{ path: '/b/requite-1.backup', made_on: '2026-11-20', bytes: 9 }];
  const lookAtBackup = vi.fn(async () => ({ contacts: 2, interactions: 9, vault: 'v' }));
  const restoreBackup = vi.fn(async () => null);
  const { house } = open('store', {
    backups: async () => kept,
    backupAsksFor: async () => 'recovery-key',
    lookAtBackup,
    restoreBackup,
  });
  await user.click(await screen.findByRole('button', { name: /^Put back the backup of/ }));
  await user.type(await screen.findByLabelText('Recovery key'), 'ABCD');
  expect(screen.queryByRole('button', { name: 'Put it back' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Look into it' }));
  await user.click(await screen.findByRole('button', { name: 'Put it back' }));
  expect(restoreBackup).toHaveBeenCalledExactlyOnceWith('/b/requite-1.backup', 'ABCD');
  await waitFor(() => expect(house.toasts.list[0]?.title).toMatch(/The backup is in place/));
});

test('a backup chosen while another is still looked into is the one that is put back', async () => {
  const kept = [1, 2].map((n) => ({ path: `/b/${n}.backup`, made_on: `2026-11-2${n}`, bytes: 9 }));
  const found = { contacts: 2, interactions: 9, vault: 'v' };
  let end = (): void => undefined;
  const slow = new Promise<typeof found>((resolve) => (end = () => resolve(found)));
  const lookAtBackup = vi.fn((path: string) =>
    path === '/b/1.backup' ? slow : Promise.resolve(found),
  );
  const restoreBackup = vi.fn(async () => null);
  open('store', {
    backups: async () => kept,
    backupAsksFor: async () => 'recovery-key',
    lookAtBackup,
    restoreBackup,
  });
  const [first, second] = (await screen.findAllByRole('button', {
    name: /^Put back the backup of/,
  })) as [HTMLElement, HTMLElement];
  await user.click(first);
  await user.type(await screen.findByLabelText('Recovery key'), 'ABCD');
  await user.click(screen.getByRole('button', { name: 'Look into it' }));
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  await user.click(second);
  end();
  await user.type(await screen.findByLabelText('Recovery key'), 'EFGH');
  expect(screen.queryByRole('button', { name: 'Put it back' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Look into it' }));
  await user.click(await screen.findByRole('button', { name: 'Put it back' }));
  expect(restoreBackup).toHaveBeenCalledExactlyOnceWith('/b/2.backup', 'EFGH');
});

test('an encrypted store is encrypted anew behind a key that is typed back', async () => {
  const key = '0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ-0A1B';
  const rekeyStore = vi.fn(async () => null);
  const doors = { encrypted: true, doors: ['recovery-key'], has_keychain: false };
  open('store', { doors: async () => doors, newRecoveryKey: async () => key, rekeyStore });
  await user.click(await screen.findByRole('button', { name: 'Encrypt anew …' }));
  await user.click(await screen.findByRole('button', { name: 'I have written it down' }));
  await user.type(screen.getByLabelText('Recovery key'), key);
  await user.type(screen.getByLabelText('Passphrase'), 'orchard ladder');
  await user.click(screen.getByRole('button', { name: 'Encrypt the store' }));
  expect(rekeyStore).toHaveBeenCalledExactlyOnceWith(key, 'orchard ladder', false);
});

test('everything is taken out into a new folder, and an empty store takes it back', async () => {
  const carried = { path: '/x', contacts: 2431, interactions: 50, mails: 20 };
  const takeOutEverything = vi.fn(async (path: string) => ({ ...carried, path }));
  const bringBackEverything = vi.fn(async (path: string) => ({ ...carried, path }));
  const { unmount } = open('store', { takeOutEverything, bringBackEverything });
  await user.click(await screen.findByRole('button', { name: 'Take out everything' }));
  expect(takeOutEverything.mock.calls[0]?.[0]).toMatch(/^\/backup\/requite-\d{4}-\d\d-\d\d$/);
  expect(await screen.findByText(/2,431 contacts and 50 entries written to/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Bring everything back' })).toBeNull();
  unmount();
  const bare = { ...view, status: { ...view.status, contacts: 0, interactions: 0 } };
  const { outside } = open('store', { bringBackEverything }, bare);
  outside.chooseFolder.mockResolvedValueOnce('/old/requite');
  await user.click(await screen.findByRole('button', { name: 'Bring everything back' }));
  expect(bringBackEverything).toHaveBeenCalledExactlyOnceWith('/old/requite');
  expect(await screen.findByText(/brought back from/)).toBeVisible();
});

test('contacts are exported in the chosen format; a trouble is told', async () => {
  const exportContacts = vi.fn<Desk['exportContacts']>(async () => 2431);
  const { house } = open('store', { exportContacts });
  await user.click(await screen.findByRole('radio', { name: 'JSON' }));
  await user.click(screen.getByRole('button', { name: 'Export contacts' }));
  expect(exportContacts).toHaveBeenCalledWith('json', '/backup/contacts.json');
  expect(await screen.findByText(/2,431 contacts written to/)).toBeVisible();
  exportContacts.mockRejectedValueOnce(
    new Troubled({ kind: 'file', path: 'contacts.json', why: 'it is there already' }),
  );
  await user.click(screen.getByRole('button', { name: 'Export contacts' }));
  await waitFor(() =>
    expect(house.toasts.list.at(-1)?.detail).toBe('contacts.json: it is there already'),
  );
});

test('the sample and a store that can only be read say so', async () => {
  open('check', {}, store({ sample: true, read_only: true }));
  expect(await screen.findByText('This is the sample')).toBeVisible();
  expect(screen.getByText(/start Requite as usual/)).toBeVisible();
  expect(screen.getByText('This store can only be read')).toBeVisible();
  expect(screen.getByRole('switch', { name: 'It sells something' })).toBeDisabled();
});

test('the keyboard section opens the sheet; about names versions and licence', async () => {
  const { house } = open('keyboard');
  await user.click(await screen.findByRole('button', { name: /All shortcuts/ }));
  expect(house.shortcutsOpen).toBe(true);
  await user.click(screen.getByRole('button', { name: 'About' }));
  expect(await screen.findByText('3.54.0')).toBeVisible();
  expect(screen.getByText(/MIT OR Apache-2.0/)).toBeVisible();
  expect(screen.getByText('Works offline; what it knows stays on this machine.')).toBeVisible();
});

test('settings that cannot be read say why', async () => {
  open('you', {
    settings: async () => {
      throw new Troubled({ kind: 'too-new' });
    },
  });
  expect(await screen.findByText('This store was made by a newer Requite')).toBeVisible();
});

test.each(['you', 'check', 'circles', 'appearance', 'store', 'keyboard', 'about'])(
  'axe finds nothing in %s',
  async (section) => {
    const { container } = open(section);
    await screen.findByRole('heading', { level: 2 });
    expect(await faults(container)).toEqual([]);
  },
  30_000,
);

test.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [180_224, '180 kB'],
  [1_500_000, '1.5 MB'],
  [3_000_000_000, '3 GB'],
])('%i bytes are %s', (bytes, words) => {
  expect(size(bytes, 'en')).toBe(words);
});
