/**
 * A letter's page, as it goes into a frame that may do nothing: no script, no form, no way out
 * (`sandbox` without a word), and a content policy of its own under which it can ask nobody. Its
 * one style is fixed; the window's policy allows it by its hash.
 */
export const STYLE =
  'body{margin:0;padding:1rem;background:#fff;color:#1c1b19;font:16px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}img{max-width:100%;height:auto}a{color:#0f5f58;text-decoration:underline}table{max-width:100%}pre{white-space:pre-wrap}blockquote{margin-inline:0;padding-inline-start:1rem;border-inline-start:3px solid #ddd}';

/** `sha256` of STYLE, as the content policy names it (tested against it and tauri.conf.json). */
export const STYLE_HASH = 'sha256-sEjzBBHRzmTBqDBDRuT8cbLiyeWHrUoYXBHGcq20PBA=';

const POLICY = `default-src 'none'; img-src data:; style-src '${STYLE_HASH}'`;

/** The whole page around what Rust made harmless. */
export const pageOf = (html: string): string =>
  `<!doctype html><html><head><meta charset="utf-8">` +
  `<meta http-equiv="Content-Security-Policy" content="${POLICY}">` +
  `<style>${STYLE}</style></head><body>${html}</body></html>`;
