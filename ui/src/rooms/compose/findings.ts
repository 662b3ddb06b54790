/** Findings as the room shows them: named, cut to the first few, and as highlights. */
import type { Span } from '../../kit/spans';
import type { Finding, Recipient, Verdict } from './kinds';

/** How many are shown at first. */
export const AT_FIRST = 3;

export interface NamedFinding extends Finding {
  /** Stays the same while the text around it is edited. */
  id: string;
}

const ANNOUNCEABLE = new Set(['same-text', 'many-recipients', 'mass-greeting']);

/** Whether "this is an announcement" is an answer to it. */
export const announceable = (finding: Finding): boolean => ANNOUNCEABLE.has(finding.rule);

/** Each finding with a name of its own: its rule, and the how manieth of that rule it is. */
export function named(findings: readonly Finding[]): NamedFinding[] {
  const counts = new Map<string, number>();
  return findings.map((finding) => {
    const nth = counts.get(finding.rule) ?? 0;
    counts.set(finding.rule, nth + 1);
    return { ...finding, id: `${finding.rule}-${nth}` };
  });
}

/** Whether its text went out as a mail merge does: the same but for what was filled in. */
export const merged = (finding: Finding): boolean => finding.slots.length > 0;

/** The first few who had the text, and how many more there are. */
export function whoHadIt(finding: Finding, first = 3): { names: string[]; more: number } {
  const known = new Map<string, Recipient>();
  for (const { contacts } of finding.evidence)
    for (const contact of contacts) known.set(contact.id, contact);
  const names = [...known.values()].slice(0, first).map((contact) => contact.name);
  return { names, more: Math.max(finding.people, known.size) - names.length };
}

/** The highlights, in the text that was judged: places shaded, slots boxed. */
export function highlights(findings: readonly NamedFinding[], verdict: Verdict): Span[] {
  const tone = verdict === 'blast' ? 'stop' : 'warn';
  return findings.flatMap(({ id, span, more, slots }) => [
    ...[...(span ? [span] : []), ...more].map(
      ([start, end]) => ({ id, start, end, tone }) as const,
    ),
    ...slots.map(([start, end]) => ({ id, start, end, tone: 'slot' }) as const),
  ]);
}
