/** What else can be done with a card: the menu of its head, and the same in the palette. */
import type { MenuItem } from '../../../kit/Menu.svelte';
import { cardWords as words } from '../../../words/contacts';
import type { Alter, Card } from '../views';

export interface Doings {
  alter: Alter;
  photo: (path: boolean) => void;
  same: () => void;
  history: () => void;
  remove: () => void;
}

export function cardMenu(card: Card, { alter, photo, same, history, remove }: Doings): MenuItem[] {
  const items: (MenuItem | false)[] = [
    { id: 'same', title: words.samePerson, icon: 'merge', keys: 'm', run: same },
    { id: 'photo', title: words.photo, icon: 'person', run: () => photo(true) },
    card.photo !== null && {
      id: 'no-photo',
      title: words.photoRemove,
      icon: 'close',
      run: () => photo(false),
    },
    {
      id: 'silence',
      title: card.do_not_contact ? words.allowContact : words.doNotContact,
      icon: 'stop',
      run: () => void alter({ change: 'do-not-contact', on: !card.do_not_contact }),
    },
    {
      id: 'review',
      title: card.left_out_of_review ? words.takeIn : words.leaveOut,
      icon: 'review',
      run: () => void alter({ change: 'left-out-of-review', on: !card.left_out_of_review }),
    },
    {
      id: 'automated',
      title: card.automated ? words.isPerson : words.isList,
      icon: card.automated ? 'person' : 'mute',
      run: () => void alter({ change: 'automated', on: !card.automated }),
    },
    { id: 'history', title: words.history, icon: 'clock', keys: 'y', run: history },
    { id: 'delete', title: words.remove, icon: 'trash', danger: true, run: remove },
  ];
  return items.filter((item) => item !== false);
}
