import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pageOf, STYLE, STYLE_HASH } from './page';

test('the one style of a letter’s page is the one that the window allows', () => {
  const hash = createHash('sha256').update(STYLE).digest('base64');
  expect(STYLE_HASH).toBe(`sha256-${hash}`);
  const window = JSON.parse(readFileSync('../src-tauri/tauri.conf.json', 'utf8'));
  expect(window.app.security.csp['style-src']).toBe(`'self' '${STYLE_HASH}'`);
});

test('a page may ask nobody', () => {
  const page = pageOf('<p>x</p>');
  expect(page).toContain(`content="default-src 'none'; img-src data:; style-src`);
  expect(page.endsWith('<body><p>x</p></body></html>')).toBe(true);
});
