/**
 * A long list that is asked for in pages, as far as somebody looks at it. Made for ListVirtual:
 *
 *     const pages = new Pages((offset, limit) => desk.listContacts({ …wanted, offset, limit }));
 *     $effect(() => { house.pulse('contacts'); void pages.begin(); });
 *     <ListVirtual items={pages.items} onrange={(first, last) => pages.want(first, last)} … />
 *
 * What is not there yet is undefined. Answers to an older question are dropped.
 */
export interface Page<T> {
  rows: readonly T[];
  total: number;
}

export class Pages<T> {
  items = $state.raw<readonly (T | undefined)[]>([]);
  /** The first page of the present question has not come yet. */
  waiting = $state(true);
  thrown = $state.raw<unknown>();
  #turn = 0;
  #asked = new Set<number>();

  constructor(
    readonly ask: (offset: number, limit: number) => Promise<Page<T>>,
    readonly size = 200,
  ) {}

  /**
   * Asks anew. The old rows stay until the first page is there, so that nothing flashes. With
   * `keep`, for the same question asked again, those of later pages stay until theirs is there.
   */
  async begin({ keep = false } = {}): Promise<void> {
    const turn = ++this.#turn;
    this.#asked = new Set([0]);
    this.waiting = true;
    await this.#take(0, turn, (page) => {
      const old = keep ? this.items : [];
      this.items = Array.from({ length: page.total }, (_, i) =>
        i < this.size ? page.rows[i] : old[i],
      );
    });
    if (turn === this.#turn) this.waiting = false;
  }

  /** Somebody looks at these rows: asks for what is missing of them. */
  want(first: number, last: number): void {
    if (this.waiting) return;
    const end = Math.min(last, this.items.length - 1);
    for (let page = Math.floor(first / this.size); page * this.size <= end; page++) {
      if (this.#asked.has(page)) continue;
      this.#asked.add(page);
      void this.#take(page, this.#turn, ({ rows }) => {
        const start = page * this.size;
        this.items = this.items.map((item, i) => rows[i - start] ?? item);
      });
    }
  }

  async #take(page: number, turn: number, keep: (page: Page<T>) => void): Promise<void> {
    try {
      const answer = await this.ask(page * this.size, this.size);
      if (turn !== this.#turn) return;
      this.thrown = undefined;
      keep(answer);
    } catch (thrown) {
      if (turn !== this.#turn) return;
      this.thrown = thrown;
      this.#asked.delete(page);
    }
  }
}
