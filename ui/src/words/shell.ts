/** The words of the window around the rooms. */
import type { RoomName } from '../house.svelte';

export const roomWords: Record<RoomName, { title: string; hint: string }> = {
  today: { title: 'Today', hint: 'Who waits, and whom you would like to hear from' },
  contacts: { title: 'Contacts', hint: 'Everybody you know' },
  compose: { title: 'Compose', hint: 'Write one good message' },
  review: { title: 'Review', hint: 'Asks and gives, yours first' },
  import: { title: 'Import', hint: 'Bring in what you own' },
  settings: { title: 'Settings', hint: 'Rules, identities, store, appearance' },
};

export const shell = {
  rooms: 'Rooms',
  skip: 'Skip to content',
  back: 'Back',
  forward: 'Forward',
  goTo: (room: string) => `Go to ${room}`,
  search: 'Search and actions',
  palette: 'Search and actions',
  paletteAsk: 'A person, a room, an action …',
  paletteEmpty: 'Nothing of that name.',
  sectionRooms: 'Rooms',
  sectionActions: 'Actions',
  sectionHere: 'In this room',
  sectionContacts: 'Contacts',
  sectionEverywhere: 'Everywhere',
  shortcuts: 'Keyboard shortcuts',
  shortcutsHint: 'Single keys work while you are not typing in a field.',
  compose: 'Write a message',
  findContact: 'Find a contact',
  undo: 'Undo the last change',
  openPalette: 'Search and actions',
  undone: (deed: string) => (deed ? `Undone: ${deed}` : 'Undone'),
  nothingToUndo: 'Nothing to undo',
  themeSystem: 'Appearance: as the system',
  themeLight: 'Appearance: light',
  themeDark: 'Appearance: dark',
  themeNow: (name: string) => `Appearance: ${name}`,
  broken: 'This room could not be shown',
  brokenAdvice: 'Nothing you wrote to the store is lost. Try again, or go to another room.',
  again: 'Try again',
  nowIn: (room: string) => room,
} as const;
