/** What jsdom lacks of a browser, for every test: modal dialogs, popovers, media queries, sizes. */
import '@testing-library/jest-dom/vitest';
import { afterEach, vi } from 'vitest';

class Watch {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

globalThis.ResizeObserver ??= Watch as unknown as typeof ResizeObserver;

HTMLDialogElement.prototype.showModal = function () {
  this.setAttribute('open', '');
};
HTMLDialogElement.prototype.show = HTMLDialogElement.prototype.showModal;
HTMLDialogElement.prototype.close = function () {
  if (!this.hasAttribute('open')) return;
  this.removeAttribute('open');
  this.dispatchEvent(new Event('close'));
};

// jsdom hides whatever has the attribute and cannot show it again.
HTMLElement.prototype.showPopover ??= function () {
  this.removeAttribute('popover');
};

Element.prototype.scrollIntoView ??= () => {};
// jsdom has no layout and no animations; transitions of Svelte ask for the latter.
Element.prototype.animate ??= () =>
  ({ cancel() {}, finished: Promise.resolve(), onfinish: null }) as unknown as Animation;
globalThis.matchMedia ??= vi.fn((query: string) => ({
  matches: false,
  media: query,
  addEventListener() {},
  removeEventListener() {},
})) as unknown as typeof matchMedia;

afterEach(() => {
  localStorage.clear();
  delete document.documentElement.dataset.theme;
});
