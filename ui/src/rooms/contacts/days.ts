/** Days as people keep them: perhaps without a year (`--05-09`), which is no moment in time. */
import { dateFormat } from '../../kit/formats';
import { parse, short } from '../../kit/dates';

const YEARLESS = /^--(\d{2})-(\d{2})$/;

/** "10 December", or "18 October 2018". */
export function dayInWords(day: string, locale?: string): string {
  const [, month, date] = YEARLESS.exec(day) ?? [];
  const words = { day: 'numeric', month: 'long' } as const;
  if (month && date) {
    // 2024 has every day a year may have.
    const when = new Date(2024, Number(month) - 1, Number(date));
    return dateFormat(locale, words).format(when);
  }
  const when = parse(day);
  if (Number.isNaN(when.getTime())) return day;
  return dateFormat(locale, { ...words, year: 'numeric' }).format(when);
}

/** "Mar 2021". */
export function monthInWords(day: string, locale?: string): string {
  const when = parse(day);
  if (Number.isNaN(when.getTime())) return day;
  return dateFormat(locale, { month: 'short', year: 'numeric' }).format(when);
}

/** What is typed as a day: `12-10` and `--12-10` are days of every year. */
export function typedDay(typed: string): string {
  const [, month = '', date = ''] = /^-{0,2}(\d{1,2})-(\d{1,2})$/.exec(typed.trim()) ?? [];
  return month ? `--${month.padStart(2, '0')}-${date.padStart(2, '0')}` : typed.trim();
}

/** As it is typed again. */
export const dayToType = (day: string): string => day.replace(/^--/, '');

/** Short enough for a row: the hour of today, the day of this year, the month of another. */
export function rowTime(at: string, now: Date, locale?: string): string {
  const when = parse(at);
  if (when.toDateString() === now.toDateString())
    return dateFormat(locale, { timeStyle: 'short' }).format(when);
  return when.getFullYear() === now.getFullYear()
    ? short(at, now, locale)
    : monthInWords(at, locale);
}

/** Today, as a date field writes it, in the owner's own time zone. */
export function today(now = new Date()): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
