/** By what one writes: the ways a letter can go, and the one it usually goes to somebody. */
import type { IconName } from '../../kit/icons';
import type { Card } from './kinds';

export const CHANNELS = ['email', 'linkedin', 'sms', 'chat', 'other'] as const;

export const isWritten = (channel: string): boolean =>
  (CHANNELS as readonly string[]).includes(channel);

/** What was last written by; else what they can be reached by. */
export function usualChannel(card: Card): string {
  const last = card.last?.channel;
  if (last && isWritten(last)) return last;
  const kinds = card.identities.map((identity) => identity.kind);
  return !kinds.includes('email') && kinds.includes('linkedin') ? 'linkedin' : 'email';
}

const ICONS: Record<string, IconName> = {
  email: 'mail',
  linkedin: 'link',
  sms: 'phone',
  phone: 'phone',
  chat: 'chat',
  video: 'video',
  'in-person': 'person',
  group: 'group',
};

export const channelIcon = (channel: string): IconName => ICONS[channel] ?? 'send';
