import { beforeEach, expect, test, vi } from 'vitest';
import { here, leave, press, step } from './rows';

let box: HTMLElement;
const focused = () => document.activeElement?.id;

beforeEach(() => {
  const row = (name: string) =>
    `<div data-row><button data-main id="${name}"></button>` +
    `<button data-deed="write" id="write-${name}"></button></div>`;
  document.body.innerHTML = `<div id="box">${row('ada')}${row('bea')}${row('chidi')}</div>`;
  box = document.getElementById('box') as HTMLElement;
});

test('the first step goes to the first row, and none goes past the ends', () => {
  expect(here(box)).toBeUndefined();
  step(box, 1);
  expect(focused()).toBe('ada');
  expect(step(box, -1)).toBe(false);
  step(box, 1);
  step(box, 1);
  expect(step(box, 1)).toBe(false);
  expect(focused()).toBe('chidi');
});

test('a step counts from the row, whichever of its controls has the focus', () => {
  document.getElementById('write-ada')?.focus();
  step(box, 1);
  expect(focused()).toBe('bea');
});

test('a row that vanishes hands the focus on, the last one back', () => {
  document.getElementById('ada')?.focus();
  leave(box);
  expect(focused()).toBe('bea');
  document.getElementById('chidi')?.focus();
  leave(box);
  expect(focused()).toBe('bea');
});

test('a deed is that of the row with the focus; without one it only shows where one is', () => {
  const write = (name: string) => {
    const heard = vi.fn();
    document.getElementById(`write-${name}`)?.addEventListener('click', heard);
    return heard;
  };
  const [ada, bea] = [write('ada'), write('bea')];
  expect(press(box, 'write')).toBe(false);
  expect(ada).not.toHaveBeenCalled();
  expect(focused()).toBe('ada');
  document.getElementById('bea')?.focus();
  expect(press(box, 'write')).toBe(true);
  expect(bea).toHaveBeenCalledOnce();
  expect(press(box, 'unheard')).toBe(false);
});
