/**
 * The import that is going on, from the first file to the summary. There is one in a window, and
 * it outlives the room: who looks at a contact meanwhile finds the plan as it was left.
 */
import { untrack } from 'svelte';
import type { Desk } from '../../bridge/desk';
import type { ImportProgress, Outside } from '../../bridge/outside';
import type { House } from '../../house.svelte';
import { importing as words } from '../../words/import';
import { Choices } from './choices.svelte';
import { Pace } from './pace';
import type { ImportPlan, ImportSummary } from './types';

type Paths = readonly string[];
export type Step =
  | { name: 'idle' }
  | { name: 'reading'; paths: Paths }
  | { name: 'unread'; paths: Paths; thrown: unknown }
  /** `instead`: the plan that lay here when new files were dropped. */
  | { name: 'plan'; paths: Paths; plan: ImportPlan; choices: Choices; instead: Paths }
  | { name: 'settling'; paths: Paths; plan: ImportPlan }
  | { name: 'failed'; paths: Paths }
  | { name: 'done'; paths: Paths; summary: ImportSummary };

const together = (a: Paths, b: Paths): Paths => [...new Set([...a, ...b])];

export class Session {
  step = $state.raw<Step>({ name: 'idle' });
  /** The open plan is being made again with other addresses of the owner. */
  again = $state(false);
  progress = $state.raw<ImportProgress | null>(null);
  pace = $state.raw<{ rate: number; left: number } | null>(null);
  cancelling = $state(false);
  /** Dropped while an import was being written. */
  waiting = $state.raw<Paths>([]);
  #turn = 0;

  constructor(
    readonly house: House,
    readonly desk: Desk,
    readonly outside: Outside,
  ) {}

  /** Looks at files. What is being read already is looked at together with them. */
  async look(paths: Paths): Promise<void> {
    if (paths.length === 0) return;
    const { step } = this;
    if (step.name === 'settling') {
      this.waiting = together(this.waiting, paths);
      return;
    }
    const all = step.name === 'reading' ? together(step.paths, paths) : paths;
    const instead = step.name === 'plan' ? step.paths.filter((path) => !all.includes(path)) : [];
    const turn = this.#newTurn();
    this.step = { name: 'reading', paths: all };
    this.waiting = [];
    try {
      const plan = await this.desk.planImport([...all], [], null);
      if (turn !== this.#turn) return;
      this.step = { name: 'plan', paths: all, plan, choices: new Choices(plan), instead };
      this.house.announce(words.planReady(plan.contacts.new, plan.interactions.new));
    } catch (thrown) {
      if (turn === this.#turn) this.step = { name: 'unread', paths: all, thrown };
    }
  }

  /** Makes the open plan again as the owner is now told to be; the page stays. */
  async lookAgain(): Promise<boolean> {
    const { step } = this;
    if (step.name !== 'plan') return false;
    const turn = this.#newTurn();
    this.again = true;
    try {
      const { me, days } = step.choices;
      const plan = await this.desk.planImport([...step.paths], me, days);
      if (turn !== this.#turn) return true;
      this.step = { ...step, plan, choices: new Choices(plan, step.choices) };
      return true;
    } catch (thrown) {
      if (turn === this.#turn) this.house.tell(thrown);
      return false;
    } finally {
      if (turn === this.#turn) this.again = false;
    }
  }

  /** Forgets what is being read, planned or was done. */
  leave(): void {
    if (this.step.name === 'settling') return;
    this.#newTurn();
    this.step = { name: 'idle' };
  }

  async settle(): Promise<void> {
    const { step } = this;
    if (step.name !== 'plan' || this.again) return;
    const { paths, plan, choices } = step;
    this.step = { name: 'settling', paths, plan };
    const off = await this.#listen(plan.id);
    const summary = await this.house.deed(() => this.desk.settleImport(plan.id, choices.given));
    off();
    this.step = summary ? { name: 'done', paths, summary } : { name: 'failed', paths };
  }

  async cancel(): Promise<void> {
    if (this.step.name !== 'settling' || this.cancelling) return;
    this.cancelling = true;
    try {
      await this.desk.cancelImport(this.step.plan.id);
    } catch (thrown) {
      this.cancelling = false;
      this.house.tell(thrown);
    }
  }

  #newTurn(): number {
    this.again = false;
    return ++this.#turn;
  }

  async #listen(id: string): Promise<() => void> {
    const pace = new Pace(performance.now());
    this.progress = null;
    this.pace = null;
    this.cancelling = false;
    try {
      return await this.outside.onImportProgress((progress) => {
        if (progress.id !== id) return;
        this.progress = progress;
        this.pace = pace.hear(progress, performance.now());
      });
    } catch {
      // Without news of its progress an import still goes through.
      return () => undefined;
    }
  }
}

const sessions = new WeakMap<House, Session>();

/** The session of this window. */
export function sessionOf(house: House, desk: Desk, outside: Outside): Session {
  const known = sessions.get(house);
  if (known) return known;
  const session = untrack(() => new Session(house, desk, outside));
  sessions.set(house, session);
  return session;
}
