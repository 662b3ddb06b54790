/** Every word the kit says by itself. */
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
