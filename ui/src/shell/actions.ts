/** What the window can do in every room: its keys, its palette, its sheet of shortcuts. */
import type { House, RoomName, Theme } from '../house.svelte';
import type { Action } from '../kit/keys';
import type { IconName } from '../kit/icons';
import { roomWords, shell } from '../words/shell';

const letters: Record<RoomName, string> = {
  today: 't',
  contacts: 'c',
  compose: 'm',
  review: 'r',
  search: 'f',
  import: 'i',
  settings: 's',
};

export const roomIcons: Record<RoomName, IconName> = {
  today: 'today',
  contacts: 'contacts',
  compose: 'compose',
  review: 'review',
  search: 'find',
  import: 'import',
  settings: 'settings',
};

const names = Object.keys(letters) as RoomName[];

export const roomKeys = (room: RoomName): string => String(names.indexOf(room) + 1);

function rooms(house: House): Action[] {
  return names.map((room) => ({
    id: `go-${room}`,
    title: shell.goTo(roomWords[room].title),
    icon: roomIcons[room],
    keys: [`g ${letters[room]}`, roomKeys(room)],
    section: shell.sectionRooms,
    run: () => house.go(room),
  }));
}

function themes(house: House): Action[] {
  const all: [Theme, string, IconName][] = [
    ['system', shell.themeSystem, 'monitor'],
    ['light', shell.themeLight, 'sun'],
    ['dark', shell.themeDark, 'moon'],
  ];
  return all.map(([theme, title, icon]) => ({
    id: `theme-${theme}`,
    title,
    icon,
    section: shell.sectionActions,
    run: () => house.setTheme(theme),
  }));
}

/** `/` means the search of the room one is in, where it has one, else that of the contacts. */
export function focusSearch(): boolean {
  const field = document.querySelector<HTMLElement>('main [data-search]');
  field?.focus();
  return field !== null;
}

function find(house: House): void {
  if (!focusSearch()) house.go('contacts', { focus: 'search' });
}

export function houseActions(house: House): Action[] {
  const section = shell.sectionEverywhere;
  return [
    {
      id: 'palette',
      title: shell.openPalette,
      keys: ['mod+k'],
      section,
      keyOnly: true,
      whileTyping: true,
      run: () => (house.paletteOpen = !house.paletteOpen),
    },
    ...rooms(house),
    {
      id: 'compose',
      title: shell.compose,
      icon: 'compose',
      keys: ['c'],
      section: shell.sectionActions,
      run: () => house.go('compose', { fresh: '1' }),
    },
    {
      id: 'search',
      title: shell.findContact,
      icon: 'search',
      keys: ['/'],
      section: shell.sectionActions,
      run: () => find(house),
    },
    {
      id: 'search-everything',
      title: shell.searchEverything,
      keys: ['mod+shift+f'],
      section,
      keyOnly: true,
      whileTyping: true,
      run: () => house.go('search'),
    },
    {
      id: 'undo',
      title: shell.undo,
      icon: 'undo',
      keys: ['mod+z'],
      section: shell.sectionActions,
      run: () => void house.undo(),
    },
    {
      id: 'redo',
      title: shell.redo,
      icon: 'refresh',
      keys: ['mod+shift+z', 'mod+y'],
      section: shell.sectionActions,
      run: () => void house.redo(),
    },
    {
      id: 'back',
      title: shell.back,
      keys: ['alt+left'],
      section,
      keyOnly: true,
      whileTyping: true,
      run: () => house.back(),
    },
    {
      id: 'forward',
      title: shell.forward,
      keys: ['alt+right'],
      section,
      keyOnly: true,
      whileTyping: true,
      run: () => house.forward(),
    },
    {
      id: 'shortcuts',
      title: shell.shortcuts,
      icon: 'keyboard',
      keys: ['?'],
      section: shell.sectionActions,
      run: () => (house.shortcutsOpen = true),
    },
    ...themes(house),
  ];
}
