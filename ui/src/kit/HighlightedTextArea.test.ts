import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { faults } from '../testing/axe';
import HighlightedTextArea from './HighlightedTextArea.svelte';

const text = 'Hi all, please come to our webinar.';
const spans = [
  { id: 'greeting', start: 0, end: 6, tone: 'warn' as const },
  { id: 'pitch', start: 23, end: 34, tone: 'stop' as const },
];

function draft(more = {}) {
  const onspan = vi.fn();
  const view = render(HighlightedTextArea, { label: 'Draft', value: text, spans, onspan, ...more });
  const area = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Draft' });
  return { ...view, area, onspan };
}

test('the layer repeats the text, with the findings marked', () => {
  const { container } = draft({ active: 'pitch' });
  const marks = [...container.querySelectorAll('mark')];
  expect(marks.map((mark) => mark.textContent)).toEqual(['Hi all', 'our webinar']);
  expect(marks[1]).toHaveClass('stop', 'active');
  expect(container.querySelector('.layer')?.textContent).toBe(`${text}\u200b`);
});

test('a click into a highlight tells which', async () => {
  const { area, onspan } = draft();
  area.setSelectionRange(25, 25);
  area.click();
  expect(onspan).toHaveBeenCalledWith('pitch');
  onspan.mockClear();
  area.setSelectionRange(12, 12);
  area.click();
  expect(onspan).not.toHaveBeenCalled();
});

test('a finding can be shown: the caret goes before it', () => {
  const { component, area } = draft();
  component.show('pitch');
  expect(area).toHaveFocus();
  expect(area.selectionStart).toBe(23);
});

test('highlights never outlive the text they were found in', async () => {
  const { area, container } = draft();
  await userEvent.clear(area);
  expect(container.querySelector('mark')).toBeNull();
});

test('the layer is silent and axe finds nothing', async () => {
  const { container } = draft();
  expect(container.querySelector('.layer')).toHaveAttribute('aria-hidden', 'true');
  expect(await faults(container)).toEqual([]);
});

test('a slot is boxed within the shade it lies in', () => {
  const sentence = { id: 'same', start: 8, end: 35, tone: 'warn' as const };
  const slot = { id: 'same', start: 23, end: 34, tone: 'slot' as const };
  const { container } = draft({ spans: [sentence, slot] });
  const boxed = container.querySelectorAll('mark.slot');
  expect([...boxed].map((mark) => mark.textContent)).toEqual(['our webinar']);
  expect(boxed[0]).toHaveClass('warn');
});
