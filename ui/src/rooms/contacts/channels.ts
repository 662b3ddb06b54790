/** The channels, in the order in which they are offered, with their icons. */
import type { IconName } from '../../kit/icons';
import { timelineWords } from '../../words/contacts';

export const CHANNELS = [
  'email',
  'linkedin',
  'phone',
  'in-person',
  'video',
  'chat',
  'sms',
  'group',
  'other',
] as const;

const icons: Record<string, IconName> = {
  email: 'mail',
  linkedin: 'link',
  phone: 'phone',
  sms: 'chat',
  chat: 'chat',
  'in-person': 'person',
  video: 'video',
  group: 'group',
};

export const channelIcon = (channel: string): IconName => icons[channel] ?? 'note';

export const channelName = (channel: string): string => timelineWords.channels[channel] ?? channel;

/** Spoken things have no sender; the rest was most likely written by the owner who logs it. */
export const usualDirection = (channel: string): string =>
  ['phone', 'in-person', 'video'].includes(channel) ? 'between' : 'out';
