/** The desk and the outside as they really are. The only file that knows Tauri by name. */
import { listen } from '@tauri-apps/api/event';
import { getCurrentWebview } from '@tauri-apps/api/webview';
import { open, save } from '@tauri-apps/plugin-dialog';
import { openUrl, revealItemInDir } from '@tauri-apps/plugin-opener';
import { answering } from './answering';
import { commands } from './bindings';
import type { Desk, Touched } from './desk';
import type { Drop, FileKind, ImportProgress, Outside } from './outside';

/** Whether this page hangs in a window of ours, and not in a browser. */
export const inWindow = (): boolean => '__TAURI_INTERNALS__' in globalThis;

export const desk: Desk = answering(commands);

const filters = (kinds?: FileKind[]) => (kinds ? { filters: kinds } : {});

/** Older WebKits refuse the clipboard outside a secure context; the old way works everywhere. */
async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const sheet = document.body.appendChild(document.createElement('textarea'));
    const before = document.activeElement;
    sheet.value = text;
    sheet.className = 'spoken';
    sheet.select();
    const copied = document.execCommand('copy');
    sheet.remove();
    if (before instanceof HTMLElement) before.focus();
    if (!copied) throw new Error('the clipboard was refused');
  }
}

export const outside: Outside = {
  onTouched: (hear) => listen<Touched>('touched', (event) => hear(event.payload)),
  onImportProgress: (hear) =>
    listen<ImportProgress>('import-progress', (event) => hear(event.payload)),
  onDrop: (hear) =>
    getCurrentWebview().onDragDropEvent(({ payload }) => {
      const drop: Record<typeof payload.type, () => Drop | null> = {
        enter: () => ({ kind: 'over' }),
        over: () => null,
        leave: () => ({ kind: 'left' }),
        drop: () => ({ kind: 'dropped', paths: 'paths' in payload ? payload.paths : [] }),
      };
      const seen = drop[payload.type]();
      if (seen) hear(seen);
    }),
  chooseFiles: async (title, kinds) =>
    (await open({ title, multiple: true, ...filters(kinds) })) ?? [],
  chooseFolder: (title) => open({ title, directory: true }),
  choosePlace: (title, proposed, kinds) =>
    save({ title, defaultPath: proposed, ...filters(kinds) }),
  openLink: (url) => openUrl(url),
  showFile: (path) => revealItemInDir(path),
  copy,
};
