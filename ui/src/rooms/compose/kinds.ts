/** What the desk answers about a draft, by the names this room uses for it. */
import type { Desk } from '../../bridge/desk';

type Answer<Deed extends keyof Desk> = Awaited<ReturnType<Desk[Deed]>>;

export type Card = Answer<'recipientCard'>;
export type Draft = Answer<'listDrafts'>[number];
export type Opinion = Answer<'checkDraft'>;
export type Finding = Opinion['findings'][number];
export type Evidence = Finding['evidence'][number];
export type HandOver = Answer<'handOver'>;
export type Note = Card['notes'][number];
export type Recipient = Card['contact'];
export type Verdict = 'clear' | 'look' | 'blast';

/** The deeds of the desk that this room's state calls. */
export type ComposeDesk = Pick<
  Desk,
  | 'announce'
  | 'checkDraft'
  | 'dismissFinding'
  | 'openConversation'
  | 'openDraft'
  | 'recipientCard'
  | 'saveDraft'
>;
