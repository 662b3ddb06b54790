/** The values of this room, by the deeds that answer them. */
import type { Desk } from '../../bridge/desk';

export type SettingsView = Awaited<ReturnType<Desk['settings']>>;
export type Circle = SettingsView['circles'][number];
export type Rule = SettingsView['rules'][number];
export type Status = SettingsView['status'];
export const SECTIONS = [
  'you',
  'check',
  'review',
  'circles',
  'appearance',
  'store',
  'history',
  'keyboard',
  'about',
] as const;
export type SectionName = (typeof SECTIONS)[number];
