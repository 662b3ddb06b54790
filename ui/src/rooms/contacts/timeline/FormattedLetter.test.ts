import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { Desk } from '../../../bridge/desk';
import { within } from '../../../testing/within';
import FormattedLetter from './FormattedLetter.svelte';

const user = userEvent.setup();

function open(page: Awaited<ReturnType<Desk['formatted']>>) {
  const formatted = vi.fn<Desk['formatted']>(async () => page);
  const around = within({ formatted });
  const props = { open: true, interaction: 'i1', title: 'Spring' };
  return { ...around, ...render(FormattedLetter, { props, context: around.context }), formatted };
}

test('a letter is shown in a frame that may do nothing', async () => {
  open({ html: '<p>Hello</p>', links: [] });
  const frame = await screen.findByTitle('The letter “Spring” as it was set');
  expect(frame).toHaveAttribute('sandbox', '');
  expect(frame.getAttribute('srcdoc')).toContain('<body><p>Hello</p></body>');
});

test('its links stand beside it, and lead out by way of their real host', async () => {
  const { house } = open({ html: '<a>x</a>', links: ['https://example.org/a'] });
  await user.click(await screen.findByText('One link'));
  await user.click(screen.getByRole('button', { name: 'https://example.org/a' }));
  expect(house.leaving).toBe('https://example.org/a');
});

test('a letter that came as plain text says so', async () => {
  open(null);
  expect(await screen.findByText('It came as plain text')).toBeVisible();
});
