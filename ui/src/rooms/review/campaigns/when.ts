/** When a campaign went out, in words. */
import { short } from '../../../kit/dates';
import { campaigns as words } from '../../../words/campaigns';

/** "on 2 Mar 2024", "2 Mar to 9 Mar". */
export function wentOut(first: string, last: string, now = new Date(), locale?: string): string {
  const [from, to] = [short(first, now, locale), short(last, now, locale)];
  return from === to ? words.onOne(from) : words.fromTo(from, to);
}
