/** What Review is made of, by the desk's own types. */
import type { Desk } from '../../bridge/desk';

export type Sheet = Awaited<ReturnType<Desk['review']>>;
export type Row = Sheet['one_sided'][number];
export type Contact = Row['contact'];
export type MonthOf = Row['months'][number];
export type Message = Awaited<ReturnType<Desk['reviewEvidence']>>[number];
export type Act = Message['acts'][number];
export type Rate = Awaited<ReturnType<Desk['whatWorks']>>['rates'][number];
export type Lesson = Awaited<ReturnType<Desk['learnt']>>['rows'][number];

/** Whose messages are opened, behind which number, and how that number is said. */
export interface Asked {
  /** Absent where the number is one of the owner's own behaviour. */
  contact?: Contact;
  which: string;
  said: string;
}
