/** How often, in words: "every month". Shared by every room that shows a circle. */
const named: readonly (readonly [from: number, to: number, words: string])[] = [
  [1, 1, 'every day'],
  [7, 7, 'every week'],
  [14, 14, 'every two weeks'],
  [21, 21, 'every three weeks'],
  [28, 31, 'every month'],
  [60, 62, 'every two months'],
  [90, 92, 'every three months'],
  [180, 184, 'twice a year'],
  [364, 366, 'once a year'],
];

export function cadence(days: number): string {
  const fits = named.find(([from, to]) => days >= from && days <= to);
  return fits?.[2] ?? `every ${days.toLocaleString()} days`;
}

/** What is offered where one is chosen. */
export const CADENCES: readonly number[] = [7, 14, 30, 61, 91, 182, 365];
