/** The geometry of the picture of asks and gives. No judgement: numbers in, places out. */
export interface BalancePeriod {
  /** "2026-03", "Q1 2026": shown under it and read aloud. */
  label: string;
  asksIn: number;
  givesIn: number;
  asksOut: number;
  givesOut: number;
}

export interface Bar {
  kind: 'ask' | 'give';
  direction: 'in' | 'out';
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What the owner did goes up, what they did goes down; gives and asks side by side. */
export function bars(
  periods: readonly BalancePeriod[],
  size: { width: number; height: number },
): Bar[] {
  const most = Math.max(1, ...periods.flatMap((p) => [p.asksIn, p.givesIn, p.asksOut, p.givesOut]));
  const middle = size.height / 2;
  const unit = (middle - 2) / most;
  const slot = size.width / Math.max(1, periods.length);
  const width = Math.min(9, Math.max(2, slot * 0.32));
  return periods.flatMap((period, i) => {
    const centre = slot * (i + 0.5);
    const bar = (kind: Bar['kind'], direction: Bar['direction'], count: number): Bar => ({
      kind,
      direction,
      x: kind === 'give' ? centre - width - 0.5 : centre + 0.5,
      y: direction === 'out' ? middle - 1 - count * unit : middle + 1,
      width,
      height: count * unit,
    });
    return [
      bar('give', 'out', period.givesOut),
      bar('ask', 'out', period.asksOut),
      bar('give', 'in', period.givesIn),
      bar('ask', 'in', period.asksIn),
    ].filter((one) => one.height > 0);
  });
}

/** Points of a line that fills the box. */
export function line(values: readonly number[], size: { width: number; height: number }): string {
  const most = Math.max(1, ...values);
  const step = size.width / Math.max(1, values.length - 1);
  const place = (value: number, i: number): string =>
    `${(i * step).toFixed(1)},${(size.height - 1.5 - (value / most) * (size.height - 3)).toFixed(1)}`;
  return values.map(place).join(' ');
}
