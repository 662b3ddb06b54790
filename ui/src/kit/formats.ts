/**
 * Formatters of Intl, each made once: making one takes longer than drawing the row it is for.
 */
type Dates = Intl.DateTimeFormatOptions;

const dates = new Map<string, Intl.DateTimeFormat>();
const spans = new Map<string, Intl.RelativeTimeFormat>();

function once<T>(made: Map<string, T>, name: string, make: () => T): T {
  const known = made.get(name);
  if (known) return known;
  const fresh = make();
  made.set(name, fresh);
  return fresh;
}

/** A formatter of moments; `undefined` is the owner's own language. */
export function dateFormat(locale: string | undefined, options: Dates): Intl.DateTimeFormat {
  const name = `${locale ?? ''} ${JSON.stringify(options)}`;
  return once(dates, name, () => new Intl.DateTimeFormat(locale, options));
}

/** A formatter of distances in time: "3 weeks ago", "yesterday". */
export function spanFormat(locale: string | undefined): Intl.RelativeTimeFormat {
  return once(spans, locale ?? '', () => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
}
