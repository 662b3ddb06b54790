/** Puts something floating beside an anchor and keeps it there, inside the window. */
export type Side = 'below' | 'above' | 'right' | 'below-end';

const GAP = 6;
const EDGE = 8;

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
  width: number;
  height: number;
}

/** Where the top left corner goes. Turns over where there is no room on the wanted side. */
export function corner(
  anchor: Box,
  floating: { width: number; height: number },
  view: { width: number; height: number },
  side: Side,
): { left: number; top: number } {
  const below = anchor.bottom + GAP;
  const above = anchor.top - GAP - floating.height;
  const fitsBelow = below + floating.height <= view.height - EDGE;
  const up = side === 'above' ? above >= EDGE : !fitsBelow && above >= EDGE;
  const place =
    side === 'right'
      ? { left: anchor.right + GAP, top: anchor.top + (anchor.height - floating.height) / 2 }
      : { left: horizontal(anchor, floating.width, side), top: up ? above : below };
  return {
    left: clamp(place.left, EDGE, view.width - floating.width - EDGE),
    top: clamp(place.top, EDGE, view.height - floating.height - EDGE),
  };
}

function horizontal(anchor: Box, width: number, side: Side): number {
  return side === 'below-end' ? anchor.right - width : anchor.left;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}

/** Places now and whenever the window changes; answers the way to stop. */
export function beside(floating: HTMLElement, anchor: HTMLElement, side: Side): () => void {
  const place = (): void => {
    const view = { width: innerWidth, height: innerHeight };
    const box = { width: floating.offsetWidth, height: floating.offsetHeight };
    const { left, top } = corner(anchor.getBoundingClientRect(), box, view, side);
    floating.style.left = `${left}px`;
    floating.style.top = `${top}px`;
  };
  place();
  addEventListener('resize', place);
  addEventListener('scroll', place, true);
  return () => {
    removeEventListener('resize', place);
    removeEventListener('scroll', place, true);
  };
}
