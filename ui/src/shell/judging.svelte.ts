/**
 * What an older engine judged, or what was judged before the owner taught something, is judged
 * anew while the window is open, beside everything else. Rooms are woken when it is through.
 */
import type { Desk } from '../bridge/desk';
import type { House } from '../house.svelte';

/** Call it while the window is being made. */
export function keepJudged(house: House, desk: Pick<Desk, 'judgeAnew'>): void {
  let judging = false;
  let again = false;

  async function judge(): Promise<void> {
    again = judging;
    if (judging) return;
    judging = true;
    try {
      house.touch((await desk.judgeAnew()).touched);
    } catch {
      // Whoever shows a store that cannot be read or written says so; this comes again.
    }
    judging = false;
    if (again) await judge();
  }

  $effect(() => {
    house.pulse('interactions');
    void judge();
  });
}
