/** Every word the kit says by itself. */
import { begin, counted } from './numbers';

export const kit = {
  close: 'Close',
  cancel: 'Cancel',
  undo: 'Undo',
  dismiss: 'Dismiss',
  more: 'More actions',
  loading: 'Loading',
  notifications: 'Notifications',
  again: 'Try again',
  remove: (what: string) => `Remove ${what}`,
  noMatch: 'Nobody of that name',
  searching: 'Searching …',
  suggestions: (count: number) =>
    count === 0 ? 'No suggestions' : count === 1 ? '1 suggestion' : `${count} suggestions`,
  ofTotal: (done: string, total: string) => `${done} of ${total}`,
  justNow: 'just now',
  optional: 'optional',
  on: 'On',
  off: 'Off',
  // Two texts side by side.
  shaded: 'Shaded: the same in both',
  boxed: 'Boxed: what differs',
  compared: ({ same, slots }: { same: number; slots: number }): string => {
    if (same === 0) return 'Nothing of it stands in the other text in the same words.';
    const stand = counted(same, 'passage stands', 'passages stand');
    const differ = slots === 0 ? '' : `; ${counted(slots, 'place differs', 'places differ')}`;
    return `${begin(stand)} in both${differ}.`;
  },
  instead: (other: string): string =>
    other.trim() ? `In the other text: “${other.trim()}”` : 'Not in the other text',
  asks: 'asks',
  gives: 'gives',
  fromYou: 'From you',
  fromThem: 'From them',
  balanceRow: (
    period: string,
    asksIn: number,
    givesIn: number,
    asksOut: number,
    givesOut: number,
  ) =>
    `${period}: from them ${asksIn} asks, ${givesIn} gives; from you ${asksOut} asks, ${givesOut} gives`,
} as const;
