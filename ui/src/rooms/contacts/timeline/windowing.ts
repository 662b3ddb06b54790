/**
 * Where the rows of a long list stand of which a few are open and taller than the rest. Numbers
 * in, places out; only the rows in sight are made.
 */
export interface Tall {
  index: number;
  height: number;
}

export interface Layout {
  total: number;
  top(index: number): number;
  /** The row at this height. */
  at(y: number): number;
}

export function layout(count: number, rowHeight: number, open: readonly Tall[]): Layout {
  const tall = open
    .filter(({ index, height }) => index >= 0 && index < count && height > rowHeight)
    .sort((a, b) => a.index - b.index);
  const top = (index: number): number =>
    tall.reduce(
      (sum, one) => (one.index < index ? sum + one.height - rowHeight : sum),
      index * rowHeight,
    );
  function at(y: number): number {
    let more = 0;
    for (const one of tall) {
      const start = one.index * rowHeight + more;
      if (y < start) break;
      if (y < start + one.height) return one.index;
      more += one.height - rowHeight;
    }
    return Math.max(0, Math.min(count - 1, Math.floor((y - more) / rowHeight)));
  }
  return { total: top(count), top, at };
}
