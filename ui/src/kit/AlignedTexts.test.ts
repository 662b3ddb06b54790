import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { faults } from '../testing/axe';
import type { Run } from './aligned';
import AlignedTexts from './AlignedTexts.svelte';

const draft = { name: 'This draft', text: 'Hi Ada, see you there.' };
const earlier = { name: 'To Bea', text: 'Hi Bea, see you there, perhaps.' };
const runs: Run[] = [
  { draft: [0, 2], earlier: [0, 2], kind: 'same' },
  { draft: [3, 6], earlier: [3, 6], kind: 'slot' },
  { draft: [8, 21], earlier: [8, 21], kind: 'same' },
  { draft: [21, 21], earlier: [21, 30], kind: 'slot' },
];
const pane = (name: string) => screen.getByRole('region', { name });

test('each text has its name, a sentence on how it compares, and all its words', async () => {
  const { container } = render(AlignedTexts, { draft, earlier, runs });
  for (const { name, text } of [draft, earlier]) {
    expect(pane(name)).toHaveTextContent(text);
    expect(pane(name)).toHaveAccessibleDescription(
      'Two passages stand in both; two places differ.',
    );
  }
  expect(await faults(container)).toEqual([]);
});

test('what both say is shaded, what differs is boxed, and a legend says so in words', () => {
  render(AlignedTexts, { draft, earlier, runs });
  const shaded = pane('This draft').querySelectorAll('mark');
  expect([...shaded].map((mark) => mark.textContent)).toEqual(['Hi', 'see you there']);
  expect(pane('To Bea').querySelector('.slot')).toHaveTextContent('Bea');
  expect(screen.getByText('Shaded: the same in both')).toBeVisible();
  expect(screen.getByText('Boxed: what differs')).toBeVisible();
});

test('a box says what the other text has, also where this one has nothing', () => {
  render(AlignedTexts, { draft, earlier, runs });
  const titles = [...pane('This draft').querySelectorAll('.slot')].map((box) =>
    box.getAttribute('title'),
  );
  expect(titles).toEqual(['In the other text: “Bea”', 'In the other text: “, perhaps”']);
  expect(pane('To Bea').querySelectorAll('.slot')[1]).toHaveAttribute(
    'title',
    'Not in the other text',
  );
});

test('texts that were not compared are shown without a word about it', () => {
  const { container } = render(AlignedTexts, { draft, earlier, runs: [] });
  expect(pane('To Bea')).not.toHaveAccessibleDescription();
  expect(container.querySelector('.legend')).toBeNull();
});
