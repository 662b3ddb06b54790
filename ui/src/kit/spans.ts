/** Cuts a text into pieces at the borders of highlights, which may overlap. UTF-16 throughout. */
/** `slot` is a box round what a mail merge fills; the others shade. */
export type Tone = 'warn' | 'stop' | 'accent' | 'slot';

export interface Span {
  id: string;
  start: number;
  end: number;
  tone: Tone;
}

export interface Piece {
  text: string;
  /** The highlights over this piece, the outermost first. */
  spans: Span[];
}

/** Spans that outran the text (the answer was for an older one) are cut or dropped. */
export function pieces(text: string, spans: readonly Span[]): Piece[] {
  const kept = spans
    .map((span) => ({
      ...span,
      start: Math.max(0, span.start),
      end: Math.min(text.length, span.end),
    }))
    .filter((span) => span.start < span.end)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const borders = new Set([0, text.length, ...kept.flatMap((span) => [span.start, span.end])]);
  const cuts = [...borders].sort((a, b) => a - b);
  return cuts.slice(1).map((end, i) => {
    const start = cuts[i] ?? 0;
    return {
      text: text.slice(start, end),
      spans: kept.filter((span) => span.start <= start && span.end >= end),
    };
  });
}

/** The innermost highlight at a place in the text. */
export function spanAt(spans: readonly Span[], at: number): Span | undefined {
  return spans
    .filter((span) => span.start <= at && at <= span.end)
    .sort((a, b) => a.end - a.start - (b.end - b.start))[0];
}
