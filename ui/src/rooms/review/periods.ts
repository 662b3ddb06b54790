/**
 * From months with something in them to an unbroken axis of time for the picture: months where
 * they fit, else quarters, else years. Sums for drawing only; nothing is judged here.
 */
import { dateFormat } from '../../kit/formats';
import type { BalancePeriod } from '../../kit/balance';
import type { MonthOf } from './sheet';

/** First and last month of the picture, counted from the year nought. */
export interface Reach {
  first: number;
  last: number;
}

const UNITS = [1, 3, 12] as const;

/** "2024-05" as a count of months; nothing for what is no month. */
function count(month: string): number | undefined {
  const [, year, of] = /^(\d{4,})-(\d{2})$/.exec(month) ?? [];
  return year && of ? Number(year) * 12 + Number(of) - 1 : undefined;
}

/** How far a row of months reaches; nothing where there are none. */
export function reach(months: readonly MonthOf[]): Reach | undefined {
  const counts = months.map((one) => count(one.month)).filter((one) => one !== undefined);
  if (counts.length === 0) return undefined;
  return { first: Math.min(...counts), last: Math.max(...counts) };
}

function label(month: number, unit: number): string {
  const year = Math.floor(month / 12);
  if (unit === 12) return String(year);
  if (unit === 3) return `Q${Math.floor((month % 12) / 3) + 1} ${year}`;
  const day = new Date(year, month % 12, 1);
  return dateFormat('en-GB', { month: 'short', year: 'numeric' }).format(day);
}

/** The months as periods of one length over the whole reach, at most `most` where years allow. */
export function periods(
  months: readonly MonthOf[],
  over: Reach | undefined,
  most: number,
): BalancePeriod[] {
  if (!over) return [];
  const slots = (unit: number): number =>
    Math.floor(over.last / unit) - Math.floor(over.first / unit) + 1;
  const unit = UNITS.find((one) => slots(one) <= most) ?? 12;
  const start = Math.floor(over.first / unit);
  const drawn: BalancePeriod[] = Array.from({ length: slots(unit) }, (_, i) => ({
    label: label((start + i) * unit, unit),
    asksIn: 0,
    givesIn: 0,
    asksOut: 0,
    givesOut: 0,
  }));
  for (const one of months) {
    const slot = drawn[Math.floor((count(one.month) ?? -1) / unit) - start];
    if (!slot) continue;
    slot.asksIn += one.asks_in;
    slot.givesIn += one.gives_in;
    slot.asksOut += one.asks_out;
    slot.givesOut += one.gives_out;
  }
  return drawn;
}
