import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { Troubled, type Desk } from '../bridge/desk';
import { desk as rooms, outside } from '../dev/fake/desk';
import { faults } from '../testing/axe';
import Entrance from './Entrance.svelte';

const user = userEvent.setup();
const KEY = '0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ-0A1B';

const saved = {
  contacts: 2,
  interactions: 9,
  without_words: 3,
  gaps: 1,
  dropped: 0,
  aside: '/home/ada/requite.db.before-2026',
};

type Standing = Awaited<ReturnType<Desk['standing']>>;

/** A desk before which something stands, until one of its doors opens. */
function before(state: string, part: Partial<Standing> = {}) {
  let opened = false;
  const open = vi.fn(async () => void (opened = true));
  const standing = async (): Promise<Standing> => ({
    state: opened ? 'opened' : state,
    doors: ['recovery-key', 'passphrase'],
    has_keychain: false,
    path: '/home/ada/requite.db',
    ...part,
  });
  const desk = {
    ...rooms,
    standing,
    newRecoveryKey: vi.fn(async () => KEY),
    makeStore: vi.fn(async (_key: string, _passphrase: string, _keychain: boolean) => open()),
    makeUnencryptedStore: open,
    unlock: vi.fn(async (door: string, typed: string, _remember: boolean) => {
      if (typed !== (door === 'passphrase' ? 'orchard ladder' : KEY))
        throw new Troubled({ kind: 'wrong-key' });
      await open();
      return false;
    }),
    lookAtBackup: vi.fn(async () => ({ contacts: 2, interactions: 9, vault: 'v' })),
    restoreBackup: vi.fn(async () => open()),
    backupAsksFor: vi.fn(async (path: string) =>
      path.includes('own') ? 'passphrase' : 'recovery-key',
    ),
    backupsHere: vi.fn(async () => [
      { path: '/home/ada/requite.db-backups/b2.backup', made_on: '2026-11-20', bytes: 9 },
      { path: '/home/ada/requite.db-backups/b1.backup', made_on: '2026-11-12', bytes: 9 },
    ]),
    salvage: vi.fn(async (_door: string, typed: string) => {
      if (typed !== KEY) throw new Troubled({ kind: 'closed', doors: ['recovery-key'] });
      await open();
      return saved;
    }),
    isDamaged: vi.fn(async () => false),
    closeForRepair: vi.fn(async () => undefined),
  } as unknown as Desk;
  const there = { ...outside, chooseFiles: async () => ['/disk/requite.backup'] };
  render(Entrance, { desk, outside: there });
  return desk as unknown as Record<string, ReturnType<typeof vi.fn>>;
}

const press = async (name: string | RegExp): Promise<void> =>
  user.click(await screen.findByRole('button', { name }));

test('where the store is open, the rooms are there at once', async () => {
  before('opened');
  expect(await screen.findByRole('navigation')).toBeVisible();
});

test('a store is set up with a key that is shown and typed back', async () => {
  const desk = before('none');
  await press('Show my recovery key');
  expect(await screen.findByRole('list', { name: 'Your recovery key' })).toHaveTextContent('GHJK');
  expect(await faults(document.body)).toEqual([]);
  await press('I have written it down');
  await user.type(screen.getByLabelText('Recovery key'), KEY.toLowerCase().replaceAll('-', ' '));
  await user.type(screen.getByLabelText('Passphrase'), 'orchard ladder');
  expect(await faults(document.body)).toEqual([]);
  await press('Encrypt the store');
  expect(desk.makeStore).toHaveBeenCalledExactlyOnceWith(KEY, 'orchard ladder', false);
  expect(await screen.findByRole('navigation')).toBeVisible();
});

test('a key that is not typed back as shown makes no store', async () => {
  const desk = before('none');
  await press('Show my recovery key');
  await press('I have written it down');
  await user.type(screen.getByLabelText('Recovery key'), 'ABCD');
  await user.type(screen.getByLabelText('Passphrase'), 'short');
  await press('Encrypt the store');
  expect(screen.getByText(/not the key that was shown/)).toBeVisible();
  expect(screen.getByText('Eight letters or more.')).toBeVisible();
  expect(desk.makeStore).not.toHaveBeenCalled();
});

test('with a keychain a passphrase is a choice', async () => {
  const desk = before('none', { has_keychain: true });
  await press('Show my recovery key');
  await press('I have written it down');
  await user.type(screen.getByLabelText('Recovery key'), KEY);
  expect(screen.getByRole('checkbox', { name: /without asking/ })).toBeChecked();
  await press('Encrypt the store');
  expect(desk.makeStore).toHaveBeenCalledExactlyOnceWith(KEY, '', true);
});

test('without encryption is said twice', async () => {
  const desk = before('none');
  await press('Go on without encryption');
  expect(desk.makeUnencryptedStore).not.toHaveBeenCalled();
  expect(await screen.findByText(/Whoever can read your disk/)).toBeVisible();
  await press('I rely on my disk’s encryption');
  expect(await screen.findByRole('navigation')).toBeVisible();
});

const passphrase = (): Promise<HTMLElement> =>
  screen.findByLabelText('Passphrase', { selector: '[type=password]' });

test('a closed store opens with the passphrase, and a wrong one changes nothing', async () => {
  const desk = before('closed');
  await user.type(await passphrase(), 'orchard lader{Enter}');
  expect(await screen.findByText(/does not open the store/)).toBeVisible();
  expect(await faults(document.body)).toEqual([]);
  await user.clear(await passphrase());
  await user.type(await passphrase(), 'orchard ladder{Enter}');
  expect(desk.unlock).toHaveBeenLastCalledWith('passphrase', 'orchard ladder', false);
  expect(await screen.findByRole('navigation')).toBeVisible();
});

test('a keychain that does not open it leads to the recovery key', async () => {
  const doors = ['recovery-key', 'keychain'];
  const desk = before('closed', { doors, has_keychain: true });
  expect(await screen.findByText(/keychain did not open it/)).toBeVisible();
  await user.type(screen.getByLabelText('Recovery key'), KEY);
  await user.click(screen.getByRole('checkbox', { name: /keychain open it/ }));
  await press('Open');
  expect(desk.unlock).toHaveBeenCalledExactlyOnceWith('recovery-key', KEY, true);
  expect(await screen.findByRole('navigation')).toBeVisible();
});

test('a backup is looked into before it is put back', async () => {
  const desk = before('none');
  await press('Put a backup back instead');
  await press('Choose a backup');
  await user.type(await screen.findByLabelText('Recovery key'), KEY);
  await press('Look into it');
  expect(await screen.findByText(/2 people, 9 messages/)).toBeVisible();
  expect(desk.restoreBackup).not.toHaveBeenCalled();
  await press('Put it back');
  expect(desk.restoreBackup).toHaveBeenCalledExactlyOnceWith('/disk/requite.backup', KEY);
  expect(await screen.findByRole('navigation')).toBeVisible();
});

test('a store whose header is missing is said to be left alone', async () => {
  before('lost');
  expect(await screen.findByRole('heading', { name: /header is missing/ })).toBeVisible();
  await waitFor(() => expect(screen.getByText(/left as it is/)).toBeVisible());
});

test('a damaged store offers its newest backups, and the one that is chosen is looked into', async () => {
  const desk = before('damaged');
  expect(await screen.findByText(/requite.db cannot be read as it is/)).toBeVisible();
  expect(await faults(document.body)).toEqual([]);
  await press('Look into the backup of 2026-11-20');
  await user.type(screen.getByLabelText('Recovery key'), KEY);
  await press('Look into it');
  expect(desk.lookAtBackup).toHaveBeenCalledWith('/home/ada/requite.db-backups/b2.backup', KEY);
});

test('what can be read of a damaged store is saved, with the key where the keychain has none', async () => {
  const desk = before('damaged');
  await press('Save what can be read');
  await user.click(await screen.findByRole('radio', { name: 'Recovery key' }));
  await user.type(screen.getByLabelText('Recovery key', { selector: 'input[type=text]' }), KEY);
  await press('Save what can be read');
  expect(desk.salvage).toHaveBeenLastCalledWith('recovery-key', KEY);
  expect(await screen.findByText(/One place could not be read. 3 of them have lost/)).toBeVisible();
  expect(screen.getByText(/requite.db.before-2026/)).toBeVisible();
  expect(await faults(document.body)).toEqual([]);
  await press('Go on');
  expect(await screen.findByRole('navigation')).toBeVisible();
});

test('damage found by the weekly look stands above the rooms and leads to the repair', async () => {
  const desk = before('opened');
  desk.isDamaged?.mockResolvedValue(true);
  await press('Repair …');
  expect(desk.closeForRepair).toHaveBeenCalledOnce();
});
