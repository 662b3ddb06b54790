/** What the desk answers to a search, named. */
import type { Desk } from '../../bridge/desk';

export type Found = Awaited<ReturnType<Desk['search']>>;
export type Person = Found['contacts'][number];
export type NoteFind = Found['notes'][number];
export type Find = Found['interactions'][number];
export type Contact = NonNullable<Find['contact']>;
