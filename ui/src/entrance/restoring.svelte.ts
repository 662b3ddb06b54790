/**
 * A backup on its way back: what opens it is typed, it is looked into, and then put in place. Used
 * before the rooms are there and in the settings of an open store.
 */
import type { Desk } from '../bridge/desk';
import { entrance as words } from '../words/entrance';
import { wordsForTrouble } from '../words/trouble';

type Asked = Pick<Desk, 'backupAsksFor' | 'lookAtBackup' | 'restoreBackup'>;

export class Restoring {
  path = $state('');
  typed = $state('');
  /** What opens it: `recovery-key`, `passphrase`, or nothing. */
  asks = $state.raw<string | null>(null);
  /** What is in it, once it was looked into with what is typed now. */
  seen = $state('');
  error = $state('');
  busy = $state(false);

  constructor(readonly desk: Asked) {}

  /** One at a time; what goes wrong is said where the owner looks. */
  async attempt(deed: () => Promise<unknown>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.error = '';
    try {
      await deed();
    } catch (thrown) {
      const told = wordsForTrouble(thrown);
      this.error = `${told.title}. ${told.advice}`;
    } finally {
      this.busy = false;
    }
  }

  /** Another backup, or none; `path` may have to be chosen first. */
  choose(path: () => Promise<string>): Promise<void> {
    return this.attempt(async () => {
      this.path = await path();
      this.seen = '';
      this.asks = this.path ? await this.desk.backupAsksFor(this.path) : null;
    });
  }

  look(): Promise<void> {
    return this.attempt(async () => {
      const { contacts, interactions } = await this.desk.lookAtBackup(this.path, this.typed);
      this.seen = words.seen(contacts, interactions);
    });
  }

  putBack(then: () => void): Promise<void> {
    return this.attempt(async () => {
      await this.desk.restoreBackup(this.path, this.typed);
      this.typed = '';
      then();
    });
  }
}
