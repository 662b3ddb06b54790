/** What the owner is told when something went wrong: what happened, and what can be done. */
import { Troubled, type Trouble } from '../bridge/troubled';

export interface Told {
  title: string;
  advice: string;
}

const sentences: Record<string, Told> = {
  notFound: {
    title: 'That is no longer here',
    advice: 'It was deleted or merged meanwhile. Undo brings back the last change.',
  },
  busy: {
    title: 'The store is busy',
    advice: 'Another program is writing to it. Try again in a moment.',
  },
  newerStore: {
    title: 'This store was made by a newer Requite',
    advice: 'It was left as it is. Install the newer version to open it.',
  },
  readOnly: {
    title: 'This store can only be read',
    advice: 'Its disk or folder does not allow writing. Nothing was changed.',
  },
  diskFull: {
    title: 'The disk is full',
    advice: 'Nothing was lost. Free some space, then do it again.',
  },
  notAStore: {
    title: 'This file is not a store of Requite',
    advice: 'It was left as it is. Choose another file in Settings.',
  },
  damaged: {
    title: 'The store is damaged',
    advice: 'Nothing more is written to it. Restore a backup in Settings.',
  },
  unreadable: {
    title: 'This file could not be read',
    advice: 'It may be damaged or still open in another program. Nothing was changed.',
  },
  unknownFile: {
    title: 'Requite does not know this kind of file',
    advice: 'It reads LinkedIn archives, vCards, Google contacts, mbox, .eml and Maildir.',
  },
  invalid: {
    title: 'Something is missing',
    advice: 'Look at what you entered and try again.',
  },
  nothingToUndo: { title: 'Nothing to undo', advice: '' },
};

const unknown: Told = {
  title: 'That did not work',
  advice: 'Nothing was changed. Try once more; if it stays so, restart Requite.',
};

/** Adds the sentence that Rust sent along, where it says more than ours. */
function withDetail(told: Told, trouble: Trouble): Told {
  const { detail } = trouble;
  return typeof detail === 'string' && detail ? { ...told, advice: detail } : told;
}

/** The words for anything that was thrown. */
export function wordsForTrouble(thrown: unknown): Told {
  if (!(thrown instanceof Troubled)) return unknown;
  return withDetail(sentences[thrown.trouble.kind] ?? unknown, thrown.trouble);
}
