/** What the owner is told when something went wrong: what happened, and what can be done. */
import { Troubled, type Trouble } from '../bridge/troubled';

export interface Told {
  title: string;
  advice: string;
}

type Sentences = { [K in Trouble['kind']]: (trouble: Extract<Trouble, { kind: K }>) => Told };

const sentences: Sentences = {
  'not-found': ({ what }) => ({
    title: `This ${what} is no longer here`,
    advice: 'It was deleted or merged meanwhile. Undo brings back the last change.',
  }),
  ambiguous: ({ name, count }) => ({
    title: `“${name}” fits ${count} contacts`,
    advice: 'Choose one of them, or give an address.',
  }),
  'not-understood': ({ why }) => ({ title: 'That cannot be taken as it is', advice: why }),
  busy: () => ({
    title: 'The store is busy',
    advice: 'Another program is writing to it. Try again in a moment.',
  }),
  'too-new': () => ({
    title: 'This store was made by a newer Requite',
    advice: 'It was left as it is. Install the newer version to open it.',
  }),
  'read-only': () => ({
    title: 'This store can only be read',
    advice: 'Its disk or folder does not allow writing. Nothing was changed.',
  }),
  'disk-full': () => ({
    title: 'The disk is full',
    advice: 'Nothing was changed. Make room, then do it again.',
  }),
  'not-a-store': ({ path }) => ({
    title: 'This file is no Requite store, or is damaged',
    advice: `${path.charAt(0).toUpperCase()}${path.slice(1)} was left as it is. A backup can be opened instead.`,
  }),
  'not-made': ({ path }) => ({
    title: 'There is no store yet',
    advice: `It would be made at ${path}.`,
  }),
  closed: () => ({
    title: 'The store is closed',
    advice: 'Open it with the passphrase or the recovery key.',
  }),
  'wrong-key': () => ({
    title: 'This does not open the store',
    advice: 'Nothing was changed. Try once more, or with another key.',
  }),
  'no-keychain': () => ({
    title: 'There is no keychain',
    advice: 'The system has none, or it is locked. Use a passphrase.',
  }),
  'not-a-backup': ({ path }) => ({
    title: 'This is no whole backup of Requite',
    advice: `${path} was left as it is, and nothing was changed. Choose another.`,
  }),
  file: ({ path, why }) => ({
    title: 'A file could not be read or written',
    advice: `${path}: ${why}`,
  }),
  cancelled: () => ({ title: 'Broken off', advice: 'What was done before is kept.' }),
  inside: ({ code }) => ({
    title: 'Something went wrong inside Requite',
    advice: `Nothing was changed. For a report: ${code}.`,
  }),
};

const unknown: Told = {
  title: 'That did not work',
  advice: 'Nothing was changed. Try once more; if it stays so, restart Requite.',
};

/** The words for anything that was thrown. */
export function wordsForTrouble(thrown: unknown): Told {
  if (!(thrown instanceof Troubled)) return unknown;
  const { trouble } = thrown;
  const tell = sentences[trouble.kind] as ((trouble: Trouble) => Told) | undefined;
  return tell?.(trouble) ?? unknown;
}
