/**
 * The draft on the desk: what is typed, kept by itself, checked after a pause, with the cards of
 * those it goes to. Typing only ever sets two timers here; nothing in it waits for an answer.
 *
 *     const writing = new Writing(desk, house);
 *     await writing.open(id);  await writing.begin({ to, answers });
 *     writing.text = …; writing.typed();
 *     writing.close();         // keeps what is unsaved
 *
 * Absent: what the check means (see the findings), how a draft leaves the house (see the
 * hand-over), and any rule about people but the guess by what one would write to somebody.
 */
import type { House } from '../../house.svelte';
import { Latest } from '../../kit/latest.svelte';
import { compose as words } from '../../words/compose';
import { isWritten, usualChannel } from './channel';
import type { Card, ComposeDesk, Draft, Finding, Opinion, Recipient, Verdict } from './kinds';

/** After the last key: the check. It takes about a millisecond and is seen in the next frame. */
export const CHECK_PAUSE = 1;
/** So long a verdict stands before it is said aloud: what comes and goes with a word is not. */
const SAY_PAUSE = 400;
/** After the last key: keeping. */
export const KEEP_PAUSE = 700;
/** After the store did not take it. */
const RETRY_PAUSE = 10_000;

export type KeptState = 'fresh' | 'keeping' | 'kept' | 'refused';

interface Judged {
  subject: string;
  text: string;
}

export class Writing {
  id = $state('');
  recipients = $state.raw<readonly Recipient[]>([]);
  channel = $state('email');
  subject = $state('');
  text = $state('');
  answers = $state.raw<string | null>(null);
  cards = $state.raw<readonly Card[]>([]);
  kept = $state<KeptState>('fresh');
  /** The opinion, and the text it is about. */
  judged = $state.raw<{ opinion: Opinion; text: string } | undefined>();
  /** Dismissed for this draft, whenever it was: it can be taken back here. */
  silenced = $state.raw<readonly { rule: string; title: string }[]>([]);
  announced = $state(false);
  /** It is being marked as sent: that it is kept no more is meant. */
  leaving = false;
  /** The draft is being opened. */
  opening = $state(false);

  #keptForm = '';
  #changedAt = '';
  #keeping: Promise<boolean> = Promise.resolve(true);
  #checkTimer: ReturnType<typeof setTimeout> | undefined;
  #keepTimer: ReturnType<typeof setTimeout> | undefined;
  #sayTimer: ReturnType<typeof setTimeout> | undefined;
  #said: Verdict = 'clear';
  #closed = false;
  /** Proposed, not typed: by itself no reason to keep a draft. */
  #proposed = '';
  #channelChosen = false;

  readonly check = new Latest((asked: Judged) => this.#ask(asked));
  readonly around = new Latest(() => this.#look());

  constructor(
    readonly desk: ComposeDesk,
    readonly house: House,
  ) {}

  get verdict(): Verdict {
    return (this.judged?.opinion.verdict ?? 'clear') as Verdict;
  }

  get findings(): readonly Finding[] {
    return this.judged?.opinion.findings ?? [];
  }

  get blank(): boolean {
    const subject = this.subject.trim();
    return this.text.trim() === '' && (subject === '' || subject === this.#proposed);
  }

  // Coming to the desk.

  /** Puts a kept draft on the desk. Answers whether it was there. */
  async open(id: string): Promise<boolean> {
    this.opening = true;
    try {
      const { draft, cards, opinion, silenced, announcement } = await this.desk.openDraft(id);
      if (this.#closed) return true;
      this.#take(draft);
      this.cards = cards;
      this.silenced = silenced;
      this.announced = announcement;
      this.#opined(opinion, draft.text);
      return true;
    } catch (thrown) {
      this.house.tell(thrown);
      return false;
    } finally {
      this.opening = false;
    }
  }

  /** Begins a new letter; nothing is kept before something is written. */
  async begin({ to, answers }: { to?: string; answers?: string }): Promise<void> {
    this.opening = true;
    try {
      if (answers) await this.#answer(answers, to);
      else if (to) this.#addressed([await this.desk.recipientCard(to)]);
    } catch (thrown) {
      this.house.tell(thrown);
    } finally {
      this.opening = false;
    }
  }

  async #answer(conversation: string, to: string | undefined): Promise<void> {
    const passed = await this.desk.openConversation(conversation);
    const last = passed.at(-1);
    const theirs = passed.findLast((one) => one.direction === 'in') ?? last;
    const ids = to ? [to] : (theirs?.with ?? []).map((contact) => contact.id);
    this.#addressed(await Promise.all(ids.map((id) => this.desk.recipientCard(id))));
    this.answers = conversation;
    if (!last) return;
    if (isWritten(last.channel)) this.channel = last.channel;
    const subject = passed.find((one) => one.subject)?.subject ?? '';
    if (this.channel !== 'email') return;
    this.#proposed = /^re:/i.test(subject) ? subject : words.answerTo(subject);
    this.subject = this.#proposed;
  }

  #addressed(cards: readonly Card[]): void {
    this.cards = cards;
    this.recipients = cards.map((card) => card.contact);
    const first = cards[0];
    if (first) this.channel = usualChannel(first);
  }

  #take(draft: Draft): void {
    this.id = draft.id;
    this.recipients = draft.recipients;
    this.channel = draft.channel;
    this.subject = draft.subject;
    this.text = draft.text;
    this.answers = draft.answers;
    this.#keptForm = this.#form();
    this.#changedAt = draft.changed_at;
    this.kept = 'kept';
  }

  /** The drafts that are kept now: where this one was changed from elsewhere, it is opened anew. */
  async follow(drafts: readonly Draft[]): Promise<'here' | 'gone'> {
    const still = this.kept === 'kept' && this.#form() === this.#keptForm;
    if (!this.id || !still || this.opening || this.leaving || this.#closed) return 'here';
    const draft = drafts.find((one) => one.id === this.id);
    if (!draft) return 'gone';
    if (draft.changed_at > this.#changedAt) await this.open(draft.id);
    return 'here';
  }

  // Typing.

  /** A key was pressed in the subject or the text. */
  typed(): void {
    // It is called kept only while all of it is.
    if (this.kept === 'kept') this.kept = 'keeping';
    clearTimeout(this.#checkTimer);
    this.#checkTimer = setTimeout(() => void this.checkNow(), CHECK_PAUSE);
    this.#keepSoon();
  }

  /** Recipients or the channel were changed: the cards and the check look from there. */
  async readdressed(recipients: readonly Recipient[], channel = this.channel): Promise<void> {
    const first = this.recipients.length === 0 && recipients.length > 0;
    if (channel !== this.channel) this.#channelChosen = true;
    this.recipients = recipients;
    this.channel = channel;
    this.#keepSoon();
    await this.around.put(undefined);
    const card = this.cards[0];
    if (first && card && !this.#channelChosen) await this.#goBy(usualChannel(card));
    await this.checkNow();
  }

  /** The first recipient decides by what one writes, unless the owner did. */
  async #goBy(channel: string): Promise<void> {
    if (channel === this.channel) return;
    this.channel = channel;
    this.#keepSoon();
    if (this.id) await this.around.put(undefined);
  }

  /** Something about the recipients was changed: asks for their cards again. */
  async lookAgain(): Promise<void> {
    if (this.recipients.length === 0) return;
    await this.around.put(undefined);
    await this.checkNow();
  }

  async #look(): Promise<void> {
    const asked = this.recipients;
    const cards = await this.#cards(asked);
    if (asked === this.recipients) this.cards = cards;
  }

  async #cards(asked: readonly Recipient[]): Promise<readonly Card[]> {
    // Opening a kept draft also takes the snapshot that the check judges against.
    if (this.id && (await this.keep())) return (await this.desk.openDraft(this.id)).cards;
    return Promise.all(asked.map((recipient) => this.desk.recipientCard(recipient.id)));
  }

  // Keeping.

  #form(): string {
    const { id, channel, answers, subject, text } = this;
    const recipients = this.recipients.map((recipient) => recipient.id);
    return JSON.stringify({ id, recipients, channel, answers, subject, text });
  }

  #keepSoon(): void {
    clearTimeout(this.#keepTimer);
    const pause = this.kept === 'refused' ? RETRY_PAUSE : KEEP_PAUSE;
    this.#keepTimer = setTimeout(() => void this.keep(), pause);
  }

  /** Keeps what is typed now, one after the other. Answers whether it is kept. */
  keep(): Promise<boolean> {
    clearTimeout(this.#keepTimer);
    this.#keeping = this.#keeping.then(() => this.#keep());
    return this.#keeping;
  }

  async #keep(): Promise<boolean> {
    if (!this.id && this.blank) return false;
    const form = this.#form();
    if (form === this.#keptForm) {
      this.kept = 'kept';
      return true;
    }
    if (this.kept !== 'kept') this.kept = 'keeping';
    const saved = await this.house.deed(() => this.desk.saveDraft(JSON.parse(form)), '');
    if (!saved) {
      this.kept = 'refused';
      return false;
    }
    this.#keptForm = JSON.stringify({ ...JSON.parse(form), id: saved.id });
    if (!this.id) this.#named(saved.id);
    this.#changedAt = saved.changed_at;
    // More may have been typed meanwhile; it is kept in its turn.
    this.kept = this.#form() === this.#keptForm ? 'kept' : 'keeping';
    return true;
  }

  /** From now on this place in the window's history is the draft, not "a new letter". */
  #named(id: string): void {
    this.id = id;
    if (this.#closed || this.house.room !== 'compose') return;
    this.house.amend({ draft: id, fresh: undefined, to: undefined, answers: undefined });
  }

  // The check.

  async checkNow(): Promise<void> {
    clearTimeout(this.#checkTimer);
    const { subject, text } = this;
    if (!this.id && this.blank) {
      this.check.forget();
      return this.#opined(undefined, text);
    }
    await this.check.put({ subject, text });
  }

  async #ask({ subject, text }: Judged): Promise<void> {
    if (!this.id && !(await this.keep())) return;
    const opinion = await this.desk.checkDraft(this.id, subject, text);
    // An answer that was overtaken says nothing: a newer question is on its way.
    if (subject === this.subject && text === this.text) this.#opined(opinion, text);
  }

  #opined(opinion: Opinion | undefined, text: string): void {
    if (this.#closed) return;
    this.judged = opinion && { opinion, text };
    clearTimeout(this.#sayTimer);
    if (this.verdict !== this.#said) this.#sayTimer = setTimeout(() => this.#say(), SAY_PAUSE);
  }

  #say(): void {
    this.#said = this.verdict;
    this.house.announce(verdictSaid(this.verdict, this.judged?.opinion.because ?? ''));
  }

  /** Silences a rule for this draft, or lets it speak again. */
  async silence(rule: string, title: string, on: boolean): Promise<void> {
    if (!(await this.#choose(() => this.desk.dismissFinding(this.id, rule, on)))) return;
    const others = this.silenced.filter((one) => one.rule !== rule);
    this.silenced = on ? [...others, { rule, title }] : others;
  }

  async announce(on: boolean): Promise<void> {
    if (await this.#choose(() => this.desk.announce(this.id, on))) this.announced = on;
  }

  /** The desk answers for the kept text; the check asks again for what is typed by now. */
  async #choose(act: () => Promise<Opinion>): Promise<boolean> {
    await this.keep();
    const text = this.text;
    try {
      const opinion = await act();
      if (text === this.text) this.#opined(opinion, text);
      else await this.checkNow();
      return true;
    } catch (thrown) {
      this.house.tell(thrown);
      return false;
    }
  }

  // Leaving.

  /** The letter left the house or was thrown away: nothing more is kept of it. */
  forget(): void {
    this.#closed = true;
    clearTimeout(this.#checkTimer);
    clearTimeout(this.#keepTimer);
    clearTimeout(this.#sayTimer);
  }

  /** The owner goes elsewhere: what is typed is kept. */
  close(): void {
    if (this.#closed) return;
    this.forget();
    void this.keep();
  }
}

function verdictSaid(verdict: Verdict, because: string): string {
  const said = words.verdictSaid;
  return verdict === 'clear' ? said.clear : said[verdict](because);
}
