/** The words of the room "Review". */
export const review = {
  title: 'Review',
  emptyTitle: 'Nothing to review yet',
  emptyText:
    'Once there is some history, here stands what was asked and given in both directions, yours first.',
} as const;
