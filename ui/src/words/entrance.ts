/** The words before a store is open: setting it up, opening it, putting a backup back. */
export const entrance = {
  title: 'Requite',

  setUp: 'A store that only you can open',
  setUpText:
    'Other people’s words will lie in this store for years. Requite encrypts all of it with a key that only you have.',
  showKey: 'Show my recovery key',
  without: 'Go on without encryption',
  withoutTitle: 'Without encryption',
  withoutText:
    'Whoever can read your disk can read the store. That is reasonable where the disk itself is encrypted and this machine is yours alone. You can encrypt it later, in the settings.',
  withoutSure: 'I rely on my disk’s encryption',
  back: 'Back',
  restoreInstead: 'Put a backup back instead',

  key: 'Your recovery key',
  keyText:
    'Write it down, and keep the paper apart from this machine. It opens the store and its backups when nothing else does. It is shown this once; nobody can send you another.',
  copy: 'Copy',
  copied: 'The recovery key is in the clipboard. Clear it when you have kept it.',
  print: 'Print',
  written: 'I have written it down',

  typeBack: 'Type it back',
  typeBackText: 'From the paper, so that both of us know it is there.',
  recoveryKey: 'Recovery key',
  recoveryKeyHint: 'Nine groups of four; small letters and spaces are fine.',
  notTheSame: 'This is not the key that was shown: look at the paper once more.',
  keychain: 'Open without asking on this machine',
  keychainHint: 'The system’s keychain keeps a key for it.',
  noKeychain: 'This system has no keychain, so a passphrase opens the store every day.',
  passphrase: 'Passphrase',
  passphraseOptional: 'Passphrase (if you want one as well)',
  passphraseHint: 'Eight letters or more; a few words are easiest to remember.',
  passphraseShort: 'Eight letters or more.',
  create: 'Encrypt the store',
  takeKey: 'Use this key',

  closed: 'The store is closed',
  closedText: 'Open it with what you chose when it was made.',
  closedKeychain:
    'The system’s keychain did not open it: it is locked, was emptied or belongs to another account. Nothing is lost.',
  door: 'Open with',
  doors: { passphrase: 'Passphrase', 'recovery-key': 'Recovery key' } as Record<string, string>,
  remember: 'Let the keychain open it from now on',
  open: 'Open',
  wrong: 'This does not open the store. Nothing was changed; try again.',

  lost: 'The key header is missing',
  lostText: (path: string) =>
    `${path} is there, but the small file beside it that ends in .key is not, nor is its copy. Put them back where they were, or put a backup back. The store was left as it is.`,

  damaged: 'The store is damaged',
  damagedText: (path: string) =>
    `${path} cannot be read as it is. Nothing that you do here removes it: it is set aside under another name.`,
  backupsHere: 'The newest backups',
  noBackups: 'There are no backups beside it.',
  putBackOf: (day: string) => `Look into the backup of ${day}`,
  salvage: 'Or keep what can still be read',
  salvageText:
    'Everything is walked through, row by row, and what can be read goes into a new store behind the same doors. A recent backup is better: it is whole.',
  salvageNow: 'Save what can be read',
  restoreOther: 'Choose another backup',
  nothingLeft: 'Nothing could be read of it. It was left as it is; put a backup back.',
  saved: 'Saved what could be read',
  savedText: (people: number, passed: number) =>
    `${people.toLocaleString()} ${people === 1 ? 'person' : 'people'} and ${passed.toLocaleString()} messages and meetings are in a new store.`,
  savedAll: 'Everything that was looked for could be read.',
  savedLost: (words: number, gaps: number) =>
    [
      gaps > 0 &&
        `${gaps === 1 ? 'One place' : `${gaps.toLocaleString()} places`} could not be read.`,
      words > 0 && `${words.toLocaleString()} of them have lost their words.`,
    ]
      .filter(Boolean)
      .join(' '),
  aside: (path: string) => `The damaged store lies at ${path}.`,
  goOn: 'Go on',

  backupPassphrase: 'The backup’s passphrase',
  restore: 'Put a backup back',
  restoreText: 'A store that stands here is set aside under another name, never removed.',
  choose: 'Choose a backup',
  chosen: 'Backup',
  look: 'Look into it',
  seen: (contacts: number, interactions: number) =>
    `It is whole: ${contacts.toLocaleString()} ${contacts === 1 ? 'person' : 'people'}, ${interactions.toLocaleString()} messages and meetings.`,
  putBack: 'Put it back',
  backupKind: 'Requite backup',
} as const;
