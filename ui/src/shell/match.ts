/** Finds what was meant by a few letters: all words begin somewhere in the title. */
const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();

/** 0 does not fit; more is better: the beginning of the title, of a word, anywhere. */
export function fit(title: string, query: string): number {
  const name = fold(title);
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return 1;
  const scores = words.map((word) => {
    if (name.startsWith(word)) return 3;
    if (name.split(/[\s,:-]+/).some((part) => part.startsWith(word))) return 2;
    return name.includes(word) ? 1 : 0;
  });
  return scores.includes(0) ? 0 : scores.reduce<number>((sum, score) => sum + score, 0);
}

/** Those that fit, the best first, in their own order where they fit alike. */
export function matching<T extends { title: string }>(all: readonly T[], query: string): T[] {
  return all
    .map((one) => ({ one, score: fit(one.title, query) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ one }) => one);
}
