/**
 * Letters that turn the direction of what follows (Unicode, "Explicit Directional Formatting") make
 * an address or a file's name look like another one. In what came from outside they are shown as a
 * mark; the plain marks of direction, which turn nothing around, stay.
 */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;
const MARK = '\ufffd';

/** The same text with every turning letter seen; as long as before, so that places in it stay. */
export const visible = (text: string): string => text.replaceAll(TURNING, MARK);

const turns = (text: string): boolean => text.search(TURNING) >= 0;

function holdsTurning(answer: unknown): boolean {
  if (typeof answer === 'string') return turns(answer);
  if (typeof answer !== 'object' || answer === null) return false;
  return Object.values(answer).some(holdsTurning);
}

function shown<T>(answer: T): T {
  if (typeof answer === 'string') return visible(answer) as T;
  if (Array.isArray(answer)) return answer.map(shown) as T;
  if (typeof answer !== 'object' || answer === null) return answer;
  const fields = Object.entries(answer).map(([name, value]) => [name, shown(value)]);
  return Object.fromEntries(fields) as T;
}

/** The same answer, in all its texts; itself where it holds nothing to be shown, as nearly all do. */
export const allVisible = <T>(answer: T): T => (holdsTurning(answer) ? shown(answer) : answer);
