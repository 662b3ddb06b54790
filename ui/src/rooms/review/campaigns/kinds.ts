/** What the campaigns are made of, by the desk's own types. */
import type { Desk } from '../../../bridge/desk';

export type Row = Awaited<ReturnType<Desk['campaigns']>>[number];
export type Page = Awaited<ReturnType<Desk['campaign']>>;
export type Slot = Page['slots'][number];
export type Message = Page['messages'][number];
