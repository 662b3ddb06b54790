/**
 * Puts what belongs together under one heading: finds by contact, and within it by conversation.
 * The order they came in stays: whoever has the newest find stands first.
 */
import type { Contact, Find } from './finds';

export interface Talk {
  id: string;
  /** Of the conversation, without "Re:"; empty where it has none. */
  subject: string;
  finds: Find[];
}

export interface Group {
  id: string;
  /** Nobody where it is not known with whom it passed. */
  contact: Contact | null;
  count: number;
  talks: Talk[];
}

const ANSWERED = /^((re|aw|sv|vs|antw|fwd?|wg|tr|rv)(\[\d+\])?\s*:\s*)+/i;

/** A conversation is called what its first letter was. */
export const subjectOf = (subject: string): string => subject.trim().replace(ANSWERED, '');

function talksOf(finds: readonly Find[]): Talk[] {
  const talks = new Map<string, Talk>();
  for (const find of finds) {
    const id = find.conversation ?? find.id;
    const talk = talks.get(id) ?? { id, subject: '', finds: [] };
    talk.subject ||= subjectOf(find.subject);
    talk.finds.push(find);
    talks.set(id, talk);
  }
  return [...talks.values()];
}

export function groupsOf(finds: readonly Find[]): Group[] {
  const groups = new Map<string, Find[]>();
  for (const find of finds) {
    const id = find.contact?.id ?? '';
    groups.set(id, [...(groups.get(id) ?? []), find]);
  }
  return [...groups].map(([id, mine]) => ({
    id,
    contact: mine[0]?.contact ?? null,
    count: mine.length,
    talks: talksOf(mine),
  }));
}
