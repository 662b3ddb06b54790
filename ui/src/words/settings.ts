/** The words of the room "Settings". */
export const settings = {
  title: 'Settings',
  emptyTitle: 'Settings',
  emptyText: 'Who you are, which rules speak up, and where everything is kept.',
} as const;
