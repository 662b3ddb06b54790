/** Where a link really leads: its host as the network knows it (Punycode, as the URL standard has it). */
export interface Destination {
  url: string;
  /** `example.org`, `xn--80ak6aa92e.com`. */
  host: string;
  /** It is written in letters that may look like others. */
  odd: boolean;
}

const OPENED = new Set(['http:', 'https:']);

/** `undefined` where it is no web page. */
export function destination(link: string): Destination | undefined {
  try {
    const url = new URL(link);
    if (!OPENED.has(url.protocol)) return undefined;
    const odd = url.hostname.split('.').some((label) => label.startsWith('xn--'));
    // What stands before an @ is no host, but is meant to be read as one.
    return { url: url.href, host: url.host, odd: odd || url.username !== '' };
  } catch {
    return undefined;
  }
}

/** Mail and telephone programs show what they are given themselves. */
export const opensAtOnce = (link: string): boolean => /^(mailto|tel):/i.test(link);
