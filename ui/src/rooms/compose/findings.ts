/** Findings as the room shows them: named, cut to the first few, and as highlights. */
import type { Span } from '../../kit/spans';
import type { Finding, Verdict } from './kinds';

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

/** The highlights, in the text that was judged. */
export function highlights(findings: readonly NamedFinding[], verdict: Verdict): Span[] {
  const tone = verdict === 'blast' ? 'stop' : 'warn';
  return findings.flatMap(({ id, span }) =>
    span ? [{ id, start: span[0], end: span[1], tone } as const] : [],
  );
}
