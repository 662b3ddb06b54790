import { expect, test } from 'vitest';
import { destination, opensAtOnce } from './host';

test('a link leads to its host, as the network knows it', () => {
  expect(destination('https://example.org/a?b#c')).toEqual({
    url: 'https://example.org/a?b#c',
    host: 'example.org',
    odd: false,
  });
});

test('a host that looks like another one is told in plain letters', () => {
  expect(destination('https://аррӏе.com/')).toMatchObject({
    host: 'xn--80ak6aa92e.com',
    odd: true,
  });
  expect(destination('https://example.org@evil.example/')).toMatchObject({
    host: 'evil.example',
    odd: true,
  });
});

test('what is no web page leads nowhere', () => {
  for (const link of ['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', 'x', ''])
    expect(destination(link)).toBeUndefined();
  expect(opensAtOnce('mailto:ada@example.org')).toBe(true);
  expect(opensAtOnce('tel:+44')).toBe(true);
  expect(opensAtOnce('smb://x')).toBe(false);
});
