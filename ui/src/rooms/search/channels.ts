/** The channels as they are typed after `in:`, with their drawings. */
import type { IconName } from '../../kit/icons';

interface Channel {
  /** As it is completed. */
  typed: string;
  /** As the desk calls it. */
  channel: string;
  icon: IconName;
}

export const CHANNELS: readonly Channel[] = [
  { typed: 'mail', channel: 'email', icon: 'mail' },
  { typed: 'linkedin', channel: 'linkedin', icon: 'link' },
  { typed: 'chat', channel: 'chat', icon: 'chat' },
  { typed: 'phone', channel: 'phone', icon: 'phone' },
  { typed: 'sms', channel: 'sms', icon: 'chat' },
  { typed: 'in-person', channel: 'in-person', icon: 'person' },
  { typed: 'video', channel: 'video', icon: 'video' },
  { typed: 'group', channel: 'group', icon: 'group' },
];

/** Other words that are understood. */
const OTHERS: Record<string, string> = {
  'e-mail': 'email',
  whatsapp: 'chat',
  telegram: 'chat',
  slack: 'chat',
  call: 'phone',
  meeting: 'in-person',
  other: 'other',
};

/** The channel that a word means. */
export function channelOf(word: string): string | undefined {
  const typed = word.toLowerCase();
  const known = CHANNELS.find((one) => one.typed === typed || one.channel === typed);
  return known?.channel ?? OTHERS[typed];
}

export const iconOf = (channel: string): IconName =>
  CHANNELS.find((one) => one.channel === channel)?.icon ?? 'note';
