/** What Review is made of, by the desk's own types. */
import type { Desk } from '../../bridge/desk';

export type Sheet = Awaited<ReturnType<Desk['review']>>;
export type Row = Sheet['one_sided'][number];
export type Contact = Row['contact'];
export type MonthOf = Row['months'][number];
export type Message = Awaited<ReturnType<Desk['reviewEvidence']>>[number];
export type Act = Message['acts'][number];

/** Whose messages are opened, behind which number, and how that number is said. */
export interface Asked {
  contact: Contact;
  which: string;
  said: string;
}
