/**
 * The store remembers the light of this machine; the house shows it. Whoever changes it does so
 * by `house.setTheme` alone: here it is taken on start, taken again after an undo, and kept.
 */
import type { Desk } from '../bridge/desk';
import { Troubled } from '../bridge/troubled';
import type { House, Theme } from '../house.svelte';
import { Latest } from '../kit/latest.svelte';

const known = (theme: string): Theme => (theme === 'light' || theme === 'dark' ? theme : 'system');

/** Call it while the window is being made. */
export function keepTheme(house: House, desk: Pick<Desk, 'theme' | 'setTheme'>): void {
  // Wrapped, so that the same answer again is news: the house may show another one meanwhile.
  const asked = new Latest(async () => ({ theme: known(await desk.theme()) }));
  let kept: Theme | undefined;

  async function keep(theme: Theme): Promise<void> {
    kept = theme;
    try {
      house.touch((await desk.setTheme(theme)).touched);
    } catch (thrown) {
      // A store that can only be read leaves the choice to this window, until it is closed.
      if (!(thrown instanceof Troubled && thrown.trouble.kind === 'read-only')) house.tell(thrown);
    }
  }

  $effect(() => {
    house.pulse('settings');
    void asked.put(undefined);
  });
  $effect(() => {
    if (asked.answer === undefined) return;
    kept = asked.answer.theme;
    house.setTheme(kept);
  });
  $effect(() => {
    const { theme } = house;
    if (kept !== undefined && theme !== kept) void keep(theme);
  });
}
