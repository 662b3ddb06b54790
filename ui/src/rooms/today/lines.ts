/** What Today is made of, by the desk's own types. */
import type { Desk } from '../../bridge/desk';
import type { IconName } from '../../kit/icons';
import type { Morning } from '../../words/today';

export type View = Awaited<ReturnType<Desk['today']>>;
export type Line = View['waiting'][number];
export type Owed = View['promises'][number];

const signs: Record<string, IconName> = {
  email: 'mail',
  phone: 'phone',
  chat: 'chat',
  sms: 'chat',
  linkedin: 'link',
  video: 'video',
  group: 'group',
};

/** The drawing of a channel; none for what has none. */
export const signOf = (channel: string | null): IconName | undefined => signs[channel ?? ''];

/** How much stands in each part. */
export function morning(view: View): Morning {
  const reminders = view.promises.filter((owed) => owed.kind === 'reminder').length;
  return {
    waiting: view.waiting.length,
    promises: view.promises.length - reminders,
    reminders,
    days: view.days.length,
    losingTouch: view.losing_touch.length,
  };
}

/** Nothing stands anywhere. */
export const isCalm = (of: Morning): boolean => Object.values(of).every((count) => count === 0);
