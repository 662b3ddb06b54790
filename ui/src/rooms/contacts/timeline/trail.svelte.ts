/**
 * What passed with somebody, asked for by cursor as far as somebody looks. Answers to an older
 * question are dropped.
 */
import { untrack } from 'svelte';
import type { Interaction } from '../views';

export interface Part {
  rows: readonly Interaction[];
  cursor: string | null;
}

type Ask = (before: string | null, limit: number) => Promise<Part>;

const SIZE = 100;
/** The most a page may have. */
const MOST = 200;

export class Trail {
  rows = $state.raw<readonly Interaction[]>([]);
  /** The first answer to the present question has not come yet. */
  waiting = $state(true);
  thrown = $state.raw<unknown>();
  #cursor = $state<string | null>(null);
  #turn = 0;
  #fetching = false;

  constructor(readonly ask: Ask) {}

  /** There is more than what is shown. */
  get more(): boolean {
    return this.#cursor !== null;
  }

  /** Asks anew. With `keep` as much as one had, so that the place in the list is not lost. */
  async begin({ keep = false } = {}): Promise<void> {
    const turn = ++this.#turn;
    this.waiting = true;
    this.#fetching = true;
    const had = untrack(() => this.rows.length);
    const limit = keep ? Math.max(SIZE, Math.min(MOST, had)) : SIZE;
    await this.#take(turn, null, limit, (part) => {
      this.rows = part.rows;
    });
    if (turn === this.#turn) this.waiting = false;
  }

  /** Goes on where the last page ended. */
  async next(): Promise<void> {
    if (this.#fetching || this.#cursor === null) return;
    this.#fetching = true;
    await this.#take(this.#turn, this.#cursor, SIZE, (part) => {
      this.rows = [...this.rows, ...part.rows];
    });
  }

  async #take(
    turn: number,
    before: string | null,
    limit: number,
    keep: (part: Part) => void,
  ): Promise<void> {
    try {
      const part = await this.ask(before, limit);
      if (turn !== this.#turn) return;
      this.thrown = undefined;
      this.#cursor = part.cursor;
      keep(part);
    } catch (thrown) {
      if (turn === this.#turn) this.thrown = thrown;
    } finally {
      if (turn === this.#turn) this.#fetching = false;
    }
  }
}
