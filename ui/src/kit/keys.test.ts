import { afterEach, expect, test, vi } from 'vitest';
import { ariaKeys, caps, Keyboard, spell, type Action } from './keys';

afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

const press = (keyboard: Keyboard, key: string, init: KeyboardEventInit = {}, on?: Element) => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init });
  (on ?? document.body).dispatchEvent(event);
  return keyboard.press(event);
};

function board(...keys: string[]) {
  const called: string[] = [];
  const actions: Action[] = keys.map((k) => ({
    id: k,
    title: k,
    keys: [k],
    whileTyping: k.includes('mod'),
    run: () => called.push(k),
  }));
  return { called, actions, keyboard: new Keyboard(() => actions) };
}

function field(tag: string) {
  return document.body.appendChild(document.createElement(tag));
}

test('a key calls its action', () => {
  const { keyboard, called } = board('c', '?');
  press(keyboard, 'c');
  press(keyboard, '?', { shiftKey: true });
  expect(called).toEqual(['c', '?']);
});

test('g and then t go together, and c after g is not the c alone', () => {
  const { keyboard, called } = board('g t', 'g c', 'c');
  press(keyboard, 'g');
  press(keyboard, 't');
  press(keyboard, 'g');
  press(keyboard, 'c');
  press(keyboard, 'c');
  expect(called).toEqual(['g t', 'g c', 'c']);
});

test('a g that nothing followed is forgotten', () => {
  vi.useFakeTimers();
  const { keyboard, called } = board('g t');
  press(keyboard, 'g');
  vi.advanceTimersByTime(2000);
  press(keyboard, 't');
  expect(called).toEqual([]);
});

test.each(['input', 'textarea', 'select'])('single keys are letters in a %s', (tag) => {
  const { keyboard, called } = board('c', 'mod+k');
  const here = field(tag);
  press(keyboard, 'c', {}, here);
  expect(called).toEqual([]);
  press(keyboard, 'k', { ctrlKey: true }, here);
  expect(called).toEqual(['mod+k']);
});

test('a check box is no place to type in', () => {
  const { keyboard, called } = board('c');
  const box = field('input') as HTMLInputElement;
  box.type = 'checkbox';
  press(keyboard, 'c', {}, box);
  expect(called).toEqual(['c']);
});

test('what was offered last outranks what was offered before', () => {
  const called: string[] = [];
  const action = (id: string): Action => ({
    id,
    title: id,
    keys: ['e'],
    run: () => called.push(id),
  });
  press(new Keyboard(() => [action('house'), action('room')]), 'e');
  expect(called).toEqual(['room']);
});

test('undo is not redo', () => {
  const undo = new KeyboardEvent('keydown', { key: 'z', ctrlKey: true });
  const redo = new KeyboardEvent('keydown', { key: 'Z', ctrlKey: true, shiftKey: true });
  expect(spell(undo)).toBe('mod+z');
  expect(spell(redo)).toBe('mod+shift+z');
});

test('keys are drawn and named', () => {
  expect(caps('mod+k')).toEqual(['Ctrl', 'K']);
  expect(caps('g t')).toEqual(['G', 'T']);
  expect(caps('alt+left')).toEqual(['Alt', '←']);
  expect(ariaKeys('mod+enter')).toBe('Control+enter');
  expect(ariaKeys('g t')).toBeUndefined();
});
