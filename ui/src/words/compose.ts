/** The words of the room "Compose". */
export const compose = {
  title: 'Compose',
  emptyTitle: 'Write one good message',
  emptyText: 'Choose whom you write to. Beside the draft stands what matters about them now.',
} as const;
