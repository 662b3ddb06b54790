/** Keeps the answer to the newest question and drops the rest. */
export class Latest<Question, Answer> {
  answer = $state.raw<Answer>();
  waiting = $state(false);
  /** What the newest question threw, if it did. */
  thrown = $state.raw<unknown>();
  #turn = 0;

  constructor(readonly ask: (question: Question) => Promise<Answer>) {}

  async put(question: Question): Promise<void> {
    const turn = ++this.#turn;
    this.waiting = true;
    try {
      const answer = await this.ask(question);
      if (turn !== this.#turn) return;
      this.answer = answer;
      this.thrown = undefined;
    } catch (thrown) {
      if (turn === this.#turn) this.thrown = thrown;
    } finally {
      if (turn === this.#turn) this.waiting = false;
    }
  }

  /** Forgets the answer, and whatever is still on its way. */
  forget(): void {
    this.#turn++;
    this.answer = undefined;
    this.thrown = undefined;
    this.waiting = false;
  }
}
