/** Many snags in few lines: by file, and in a file by what is wrong. */
import type { Snag } from './types';

export interface SnagGroup {
  file: string;
  count: number;
  whys: { why: string; lines: number[]; count: number }[];
}

export function grouped(snags: readonly Snag[]): SnagGroup[] {
  const groups = new Map<string, SnagGroup>();
  for (const { file, line, why } of snags) {
    const group = groups.get(file) ?? { file, count: 0, whys: [] };
    groups.set(file, group);
    group.count++;
    const same = group.whys.find((one) => one.why === why);
    const known = same ?? { why, lines: [], count: 0 };
    if (!same) group.whys.push(known);
    known.count++;
    if (line !== null) known.lines.push(line);
  }
  return [...groups.values()];
}
