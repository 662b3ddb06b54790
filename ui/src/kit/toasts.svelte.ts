/** Short messages after a deed. One that offers Undo stays until the next deed replaces it. */
export interface Toast {
  id: number;
  tone: 'plain' | 'good' | 'stop';
  title: string;
  detail?: string;
  /** Takes the deed back; shown as the button "Undo". */
  undo?: () => void;
}

const SECONDS = 6;
const MOST = 3;

export class Toasts {
  list = $state.raw<Toast[]>([]);
  #next = 1;
  #timers = new Map<number, ReturnType<typeof setTimeout>>();

  /** Shows a message. An older Undo goes: only the last deed can be taken back from here. */
  show(toast: Omit<Toast, 'id'>): number {
    const id = this.#next++;
    const others = toast.undo ? this.list.filter((shown) => !shown.undo) : this.list;
    this.list = fewest([...others, { ...toast, id }]);
    if (!toast.undo)
      this.#timers.set(
        id,
        setTimeout(() => this.dismiss(id), SECONDS * 1000),
      );
    return id;
  }

  dismiss(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
    this.list = this.list.filter((shown) => shown.id !== id);
  }

  /** The deed was taken back or overtaken: its Undo no longer means anything. */
  dismissUndo(): void {
    this.list = this.list.filter((shown) => !shown.undo);
  }
}

/** The newest, and among them always the one with the Undo. */
function fewest(all: Toast[]): Toast[] {
  const tooMany = all.length - MOST;
  if (tooMany <= 0) return all;
  const leaving = new Set(all.filter((toast) => !toast.undo).slice(0, tooMany));
  return all.filter((toast) => !leaving.has(toast));
}
