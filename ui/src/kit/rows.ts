/**
 * Walking through rows by keyboard, where each row holds several controls and is no listbox. A row
 * is marked `data-row`, what Enter opens in it `data-main`, its other deeds `data-deed="write"`.
 *
 *     <div bind:this={box}> <div data-row> <button data-main>…  <button data-deed="write">…
 *     step(box, 1);  press(box, 'write');
 */
const all = (box: HTMLElement): HTMLElement[] => [
  ...box.querySelectorAll<HTMLElement>('[data-row]'),
];

/** The row the focus is in. */
export function here(box: HTMLElement): HTMLElement | undefined {
  return all(box).find((row) => row.contains(document.activeElement));
}

function enter(row: HTMLElement | undefined): boolean {
  const main = row?.querySelector<HTMLElement>('[data-main]');
  main?.focus();
  row?.scrollIntoView({ block: 'nearest' });
  return main !== undefined && main !== null;
}

/** To the next row (1) or the one before (-1); from outside to the first. */
export function step(box: HTMLElement | undefined, by: 1 | -1): boolean {
  if (!box) return false;
  const rows = all(box);
  const now = here(box);
  return enter(now ? rows[rows.indexOf(now) + by] : rows[0]);
}

/** Leaves a row that is about to vanish, so that the focus is not lost with it. */
export function leave(box: HTMLElement | undefined): void {
  if (box && here(box) && !step(box, 1)) step(box, -1);
}

/** Does what is marked so in the row the focus is in; from outside it only goes to the first row. */
export function press(box: HTMLElement | undefined, deed: string): boolean {
  const row = box && here(box);
  if (!row) {
    step(box, 1);
    return false;
  }
  const control = row.querySelector<HTMLElement>(`[data-deed="${deed}"]`);
  control?.click();
  return control !== null;
}
