/** The words of the room "Import". */
export const importing = {
  title: 'Import',
  emptyTitle: 'Bring in what you own',
  emptyText:
    'Drop a LinkedIn archive, a vCard, Google contacts or a mailbox on this window. You see a plan before anything is written.',
} as const;
