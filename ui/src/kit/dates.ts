/** Moments and days in words, by Intl, in the owner's language and time zone. */
import { dateFormat, spanFormat } from './formats';
const DAY = 86_400_000;

const steps: readonly [Intl.RelativeTimeFormatUnit, number, number][] = [
  // unit, its length, and up to how many days it is used
  ['day', 1, 14],
  ['week', 7, 60],
  ['month', 30.44, 350],
  ['year', 365.25, Infinity],
];

/** A `YYYY-MM-DD` is a day here, not midnight in Greenwich. */
export function parse(at: string): Date {
  return new Date(/^\d{4}-\d{2}-\d{2}$/.test(at) ? `${at}T00:00` : at);
}

export const isDay = (at: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(at);

function midnight(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

/** "3 weeks ago", "yesterday", "in 2 days", "today". */
export function relative(at: string, now: Date, locale?: string): string {
  const days = Math.round((midnight(parse(at)) - midnight(now)) / DAY);
  const format = spanFormat(locale);
  const [unit, length] = steps.find(([, , most]) => Math.abs(days) < most) ?? ['year', 365.25];
  return format.format(Math.trunc(days / length), unit);
}

/** "Monday, 23 November 2026, 16:05"; without the hour for a day. */
export function exact(at: string, locale?: string): string {
  return dateFormat(locale, {
    dateStyle: 'full',
    ...(isDay(at) ? {} : { timeStyle: 'short' }),
  }).format(parse(at));
}

/** "23 Nov", or "23 Nov 2024" where the year is another. */
export function short(at: string, now: Date, locale?: string): string {
  const date = parse(at);
  const year = date.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' as const };
  return dateFormat(locale, { day: 'numeric', month: 'short', ...year }).format(date);
}

/** "16:05". */
export function hour(at: string, locale?: string): string {
  return dateFormat(locale, { timeStyle: 'short' }).format(parse(at));
}
