/** How to get one's own files out of other programs, told in the room "Import". */
export interface Way {
  id: string;
  title: string;
  steps: readonly string[];
  /** A page that opens in the browser. */
  link?: { title: string; url: string };
  note?: string;
}

export const importHelp = {
  title: 'How to get your files',
  ways: [
    {
      id: 'linkedin',
      title: 'LinkedIn',
      steps: [
        'On LinkedIn open Settings, then Data privacy, then “Get a copy of your data”.',
        'Choose the larger archive: the small one lacks your messages.',
        'A mail with the download comes after some minutes, the whole archive within a day.',
        'Drop the zip here as it is.',
      ],
      link: {
        title: 'Open the page on LinkedIn',
        url: 'https://www.linkedin.com/mypreferences/d/download-my-data',
      },
      note: 'Contacts, messages, invitations, recommendations, endorsements and your profile are read.',
    },
    {
      id: 'gmail',
      title: 'Gmail',
      steps: [
        'In Google Takeout deselect all, then tick Mail (and Contacts if you like).',
        'Choose to get it as one .zip; large ones come in several parts.',
        'Drop the zip, or all its parts together.',
      ],
      link: { title: 'Open Google Takeout', url: 'https://takeout.google.com/' },
      note: 'Your own address is found by itself in most mailboxes; you confirm it.',
    },
    {
      id: 'thunderbird',
      title: 'Thunderbird',
      steps: [
        'In Thunderbird open Help, then Troubleshooting Information, then “Open Folder” beside Profile Folder.',
        'Close Thunderbird, so that its files stand still.',
        'Drop the folder “Mail” or “ImapMail” here. Folders of mail are files without an ending.',
      ],
      note: 'Include the folder “Sent”: half of every conversation is yours.',
    },
    {
      id: 'apple-mail',
      title: 'Apple Mail',
      steps: [
        'In Mail choose a mailbox at the left; with Cmd several.',
        'From the menu Mailbox choose “Export Mailbox …”.',
        'Drop the .mbox folders that it makes. Do the same for Sent.',
      ],
    },
    {
      id: 'address-books',
      title: 'Address books',
      steps: [
        'Google Contacts: Export, as “Google CSV” or as vCard.',
        'Apple Contacts: choose all, then File, Export, “Export vCard”. In iCloud: the gear, “Export vCard”.',
        'Outlook, Nextcloud, a phone: look for “Export” or “Share”, and take vCard (.vcf).',
      ],
      link: { title: 'Open Google Contacts', url: 'https://contacts.google.com/' },
      note: 'vCard 2.1, 3.0 and 4.0 are read, photos and birthdays with them.',
    },
  ] as readonly Way[],
} as const;
