/**
 * The development page, `npm run dev` in a browser. Its address chooses what is shown, so that
 * pictures can be taken without hands:
 *
 *     /?room=contacts&contact=ada&theme=dark     a room with params
 *     /?palette   /?shortcuts   /?toast          what floats above it
 *     /?drop=linkedin.zip   /?hover              files dropped on the window, or held above it
 *     /?kit                                      every part of the kit on one page
 */
import { mount } from 'svelte';
import App from '../App.svelte';
import type { Outside } from '../bridge/outside';
import { untouched } from '../bridge/touched';
import { House, ROOMS, type RoomName, type Theme } from '../house.svelte';
import Gallery from './Gallery.svelte';
import { desk, outside } from './fake/desk';

export function hang(target: HTMLElement): void {
  const asked = new URLSearchParams(location.search);
  const house = new House(desk);
  const theme = asked.get('theme');
  if (theme) house.setTheme(theme as Theme);
  if (asked.has('kit')) {
    mount(Gallery, { target });
    return;
  }
  const { room, ...params } = Object.fromEntries(asked);
  delete params.theme;
  if (room && ROOMS.includes(room as RoomName)) house.go(room as RoomName, params);
  house.paletteOpen = asked.has('palette');
  house.shortcutsOpen = asked.has('shortcuts');
  mount(App, { target, props: { desk, outside: dropping(asked), house } });
  house.bring(asked.getAll('drop').map((name) => `/home/ada/Downloads/${name}`));
  if (asked.has('toast')) {
    const done = { value: null, deed: 'edit-note', touched: untouched, undoable: true };
    void house.deed(async () => done);
  }
}

/** Files that the address says are held above the window. */
function dropping(asked: URLSearchParams): Outside {
  if (!asked.has('hover')) return outside;
  return {
    ...outside,
    onDrop: async (hear) => {
      hear({ kind: 'over' });
      return () => undefined;
    },
  };
}
