/** What the desk answers in this room, named. */
import type { Desk } from '../../bridge/desk';

type Answer<K extends keyof Desk> = Awaited<ReturnType<Desk[K]>>;

export type Card = Answer<'openContact'>;
export type Row = Answer<'listContacts'>['rows'][number];
export type ListWanted = Parameters<Desk['listContacts']>[0];
export type Order = ListWanted['order'];
export type Change = Parameters<Desk['changeContact']>[1];
export type PlainField = Extract<Change, { change: 'field' }>['field'];
export type Circle = NonNullable<Card['circle']>;
export type Identity = Card['identities'][number];
export type Position = Card['positions'][number];
export type DatedDay = Card['dates'][number];
export type Consent = NonNullable<Card['consent']>;
export type Note = Card['notes'][number];
export type NoteForm = Parameters<Desk['addNote']>[1];
export type PromiseView = Card['promises'][number];
export type PromiseForm = Parameters<Desk['savePromise']>[0];
export type Balance = Card['balance'];
export type Interaction = Answer<'timeline'>['rows'][number];
export type Act = Interaction['acts'][number];
export type LogForm = Parameters<Desk['logInteraction']>[0];
export type Comparison = Answer<'compareContacts'>;
export type LikelySame = Answer<'likelySame'>[number];

/** Makes one change to the card that is open. */
export type Alter = (change: Change) => Promise<boolean>;
