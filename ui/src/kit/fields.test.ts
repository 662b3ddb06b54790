import { createRawSnippet } from 'svelte';
import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { faults } from '../testing/axe';
import Button from './Button.svelte';
import Checkbox from './Checkbox.svelte';
import Chip from './Chip.svelte';
import Field from './Field.svelte';
import IconButton from './IconButton.svelte';
import Segmented from './Segmented.svelte';
import Select from './Select.svelte';
import Switch from './Switch.svelte';
import Tabs from './Tabs.svelte';
import TextArea from './TextArea.svelte';

const words = (text: string) => createRawSnippet(() => ({ render: () => `<span>${text}</span>` }));

test('a field is named by its label and described by its complaint', async () => {
  const { container } = render(Field, { label: 'E-mail', value: 'ada', error: 'No address' });
  const field = screen.getByRole('textbox', { name: 'E-mail' });
  expect(field).toHaveValue('ada');
  expect(field).toHaveAccessibleDescription('No address');
  expect(field).toBeInvalid();
  expect(await faults(container)).toEqual([]);
});

test('a hidden label still names', () => {
  render(TextArea, { label: 'Note', labelHidden: true, hint: 'A sentence' });
  const area = screen.getByRole('textbox', { name: 'Note' });
  expect(area).toHaveAccessibleDescription('A sentence');
});

test('a button that waits does nothing and keeps the focus', async () => {
  const onclick = vi.fn();
  const { rerender } = render(Button, { onclick, busy: true, children: words('Send') });
  const button = screen.getByRole('button', { name: 'Send' });
  await userEvent.click(button);
  expect(onclick).not.toHaveBeenCalled();
  expect(button).toHaveFocus();
  await rerender({ busy: false });
  await userEvent.click(button);
  expect(onclick).toHaveBeenCalledOnce();
});

test('a shortcut is told to screen readers, and is no part of the name', () => {
  render(Button, { keys: 'mod+enter', children: words('Mark as sent') });
  expect(screen.getByRole('button', { name: 'Mark as sent' })).toHaveAttribute(
    'aria-keyshortcuts',
    'Control+enter',
  );
});

test('an icon button is named, and shows its name on focus', async () => {
  render(IconButton, { icon: 'edit', label: 'Edit' });
  await userEvent.tab();
  expect(screen.getByRole('button', { name: 'Edit' })).toHaveFocus();
});

test('a switch turns at once', async () => {
  const onchange = vi.fn();
  const { container } = render(Switch, {
    checked: true,
    onchange,
    hint: 'Why',
    children: words('Mass greeting'),
  });
  const turn = screen.getByRole('switch', { name: 'Mass greeting' });
  expect(turn).toBeChecked();
  await userEvent.click(turn);
  expect(turn).not.toBeChecked();
  expect(onchange).toHaveBeenCalledWith(false);
  expect(await faults(container)).toEqual([]);
});

test('a check box is named by its words', async () => {
  render(Checkbox, { children: words('All of them') });
  await userEvent.click(screen.getByText('All of them'));
  expect(screen.getByRole('checkbox', { name: 'All of them' })).toBeChecked();
});

test('a select tells what was chosen', async () => {
  const onchange = vi.fn();
  render(Select, {
    label: 'Channel',
    value: 'email',
    onchange,
    options: [
      { value: 'email', label: 'E-mail' },
      { value: 'phone', label: 'Phone' },
    ],
  });
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Channel' }), 'Phone');
  expect(onchange).toHaveBeenCalledWith('phone');
});

test('segments are radio buttons', async () => {
  const onchange = vi.fn();
  const { container } = render(Segmented, {
    label: 'Direction',
    value: 'in',
    onchange,
    options: [
      { value: 'in', label: 'From them' },
      { value: 'out', label: 'From you' },
    ],
  });
  await userEvent.click(screen.getByRole('radio', { name: 'From you' }));
  expect(onchange).toHaveBeenCalledWith('out');
  expect(screen.getByRole('radio', { name: 'From you' })).toBeChecked();
  expect(await faults(container)).toEqual([]);
});

test('tabs move by arrows, and the panel is named by its tab', async () => {
  const panel = words('here');
  const { container } = render(Tabs, {
    label: 'About Ada',
    value: 'notes',
    tabs: [
      { id: 'notes', title: 'Notes' },
      { id: 'timeline', title: 'Timeline' },
    ],
    panel,
  });
  screen.getByRole('tab', { name: 'Notes' }).focus();
  await userEvent.keyboard('{ArrowRight}');
  expect(screen.getByRole('tab', { name: 'Timeline' })).toHaveFocus();
  expect(screen.getByRole('tabpanel', { name: 'Timeline' })).toHaveTextContent('here');
  expect(await faults(container)).toEqual([]);
});

test('a chip is removed by name, and a filter says whether it is pressed', async () => {
  const onremove = vi.fn();
  const { unmount } = render(Chip, { name: 'work', onremove, children: words('work') });
  await userEvent.click(screen.getByRole('button', { name: 'Remove work' }));
  expect(onremove).toHaveBeenCalledOnce();
  unmount();
  render(Chip, { pressed: true, onclick: () => undefined, children: words('Waiting') });
  expect(screen.getByRole('button', { name: 'Waiting', pressed: true })).toBeVisible();
});
