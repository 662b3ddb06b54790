/** The words of the room "Today". */
export const today = {
  title: 'Today',
  emptyTitle: 'Nothing is waiting for you',
  emptyText:
    'Here stand people who wait for an answer, promises that are due, birthdays, and whom you are losing touch with.',
} as const;
