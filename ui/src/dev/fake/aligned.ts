/** A make-believe aligner: the longest common words in order; between them lie slots. */
import type { Evidence } from '../../rooms/compose/kinds';

type Run = Evidence['aligned'][number];

interface Word {
  text: string;
  start: number;
  end: number;
}

const words = (text: string): Word[] =>
  [...text.matchAll(/[\p{L}\p{N}'’]+/gu)].map((match) => ({
    text: match[0].toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }));

/** How many words two texts have in common from each place on. */
function common(a: readonly Word[], b: readonly Word[]): number[][] {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  const at = (i: number, j: number): number => table[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const row = table[i] ?? [];
      row[j] =
        a[i]?.text === b[j]?.text ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  return table;
}

export function align(draft: string, earlier: string): Run[] {
  const [a, b] = [words(draft), words(earlier)];
  const table = common(a, b);
  const runs: Run[] = [];
  let [i, j] = [0, 0];
  const step = (same: boolean, di: number, dj: number): void => {
    const kind = same ? 'same' : 'slot';
    const last = runs.at(-1);
    const place = (list: Word[], k: number, by: number, end = 0): [number, number] => {
      const here = list[k]?.start ?? end;
      return [here, by ? (list[k]?.end ?? here) : here];
    };
    const d = place(a, i, di, draft.length);
    const e = place(b, j, dj, earlier.length);
    if (last?.kind === kind) {
      if (di) last.draft = [last.draft[0] === last.draft[1] ? d[0] : last.draft[0], d[1]];
      if (dj) last.earlier = [last.earlier[0] === last.earlier[1] ? e[0] : last.earlier[0], e[1]];
    } else runs.push({ draft: d, earlier: e, kind });
    [i, j] = [i + di, j + dj];
  };
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i]?.text === b[j]?.text) step(true, 1, 1);
    else if (j >= b.length || (table[i + 1]?.[j] ?? -1) >= (table[i]?.[j + 1] ?? 0))
      step(false, 1, 0);
    else step(false, 0, 1);
  }
  return runs;
}
