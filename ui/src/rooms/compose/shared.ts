/**
 * Which words of an earlier message also stand in the draft: runs of three and more, so that
 * what is marked is a phrase and not every "the". For the eye alone; how alike two texts are is
 * said by the check.
 */
import type { Span } from '../../kit/spans';

const RUN = 3;

interface Word {
  text: string;
  start: number;
  end: number;
}

function words(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu)].map((match) => ({
    text: match[0].toLowerCase().replace('’', "'"),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

const run = (list: readonly Word[], at: number): string =>
  list
    .slice(at, at + RUN)
    .map((word) => word.text)
    .join(' ');

/** Spans in `earlier` whose words stand in the same order in `draft`. */
export function sharedWords(draft: string, earlier: string): Span[] {
  const own = words(draft);
  const runs = new Set(own.slice(RUN - 1).map((_, at) => run(own, at)));
  const theirs = words(earlier);
  const spans: Span[] = [];
  theirs.slice(RUN - 1).forEach((last, at) => {
    if (!runs.has(run(theirs, at))) return;
    const start = theirs[at]?.start ?? last.start;
    const before = spans.at(-1);
    if (before && start <= before.end) before.end = last.end;
    else spans.push({ id: String(at), start, end: last.end, tone: 'accent' });
  });
  return joined(spans, earlier);
}

/** Runs that follow one another without a word between become one. */
function joined(spans: readonly Span[], text: string): Span[] {
  const whole: Span[] = [];
  for (const span of spans) {
    const before = whole.at(-1);
    if (before && !/[\p{L}\p{N}]/u.test(text.slice(before.end, span.start))) before.end = span.end;
    else whole.push({ ...span });
  }
  return whole;
}
