/** The words of the room "Contacts". */
export const contacts = {
  title: 'Contacts',
  emptyTitle: 'Nobody here yet',
  emptyText:
    'Bring in your LinkedIn archive, your address book or your mail, or write somebody down by hand.',
} as const;
