/** What the small forms of the card have in common. */

/** Enter in a line and Ctrl+Enter in a text save, Escape leaves; nothing goes on to the house. */
export function formKeys(save: () => void, close: () => void) {
  return (event: KeyboardEvent): void => {
    const inText = event.target instanceof HTMLTextAreaElement;
    const mod = event.ctrlKey || event.metaKey;
    if (event.isComposing) return;
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && inText && (mod || !event.shiftKey)) save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}

/** A form that appears has the focus and is in sight. */
export function standing(form: HTMLElement): void {
  form.scrollIntoView?.({ block: 'nearest' });
  form.querySelector<HTMLElement>('textarea, input, select')?.focus();
}
