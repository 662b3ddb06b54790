/** How fast an import goes and how long it will still take, from what it tells on the way. */
import type { ImportProgress } from '../../bridge/outside';

/** Too short a time tells nothing. */
const ENOUGH = 700;

export class Pace {
  #stage = '';
  #since: number;
  #heard: number;

  constructor(now: number) {
    this.#since = now;
    this.#heard = now;
  }

  /** Dealt with in a second, and seconds left; nothing as long as it cannot be told. */
  hear({ stage, done, of }: ImportProgress, now: number): { rate: number; left: number } | null {
    if (stage !== this.#stage) {
      // A stage is first heard of when its first batch is through: it began with the last news.
      this.#since = this.#heard;
      this.#stage = stage;
    }
    this.#heard = now;
    const lasted = now - this.#since;
    if (lasted < ENOUGH || done === 0) return null;
    const rate = (done / lasted) * 1000;
    return { rate: Math.round(rate), left: Math.max(0, (of - done) / rate) };
  }
}
