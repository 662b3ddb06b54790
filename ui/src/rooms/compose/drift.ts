/**
 * Keeps highlights where they belong while the owner types on: between two answers of the check
 * a span moves with the text around it, and goes when its own words are touched. UTF-16.
 */
export interface Place {
  start: number;
  end: number;
}

/** The places, found in `before`, as they lie in `now`. */
export function drifted<P extends Place>(
  places: readonly P[],
  before: string,
  now: string,
): readonly P[] {
  if (before === now || places.length === 0) return places;
  const head = sameHead(before, now);
  const tail = sameTail(before, now, head);
  const shift = now.length - before.length;
  const touchedTo = before.length - tail;
  return places.flatMap((place) => {
    if (place.end <= head) return [place];
    if (place.start >= touchedTo)
      return [{ ...place, start: place.start + shift, end: place.end + shift }];
    return [];
  });
}

function sameHead(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

function sameTail(a: string, b: string, head: number): number {
  const most = Math.min(a.length, b.length) - head;
  let count = 0;
  while (
    count < most &&
    a.charCodeAt(a.length - 1 - count) === b.charCodeAt(b.length - 1 - count)
  ) {
    count++;
  }
  return count;
}
