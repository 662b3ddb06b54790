import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ago, cards, stranger } from '../../dev/fake/compose.people';
import { campaign, opinion } from '../../dev/fake/compose.check';
import { untouched } from '../../bridge/touched';
import { Troubled } from '../../bridge/troubled';
import { House } from '../../house.svelte';
import type { ComposeDesk, Draft, Opinion } from './kinds';
import { CHECK_PAUSE, KEEP_PAUSE, Writing } from './writing.svelte';

const clear: Opinion = { verdict: 'clear', because: '', findings: [] };
const who = (id: string) => cards.get(id) ?? stranger(id, id);
const kept: Draft = {
  id: 'd1',
  recipients: [{ id: 'bea', name: 'Bea Chandra' }],
  channel: 'linkedin',
  answers: null,
  subject: '',
  text: 'Dear Bea',
  changed_at: ago(1),
};

/** Nothing was dismissed for it yet. */
const unchosen = { silenced: [], announcement: false };

function deskOf() {
  const save = vi.fn<ComposeDesk['saveDraft']>(async (form) => ({
    value: { ...kept, ...form, recipients: [], id: form.id || 'new', changed_at: ago(0) },
    deed: 'edit-draft',
    touched: { ...untouched, drafts: true },
    undoable: false,
  }));
  return {
    saveDraft: save,
    checkDraft: vi.fn<ComposeDesk['checkDraft']>(async (_id, _s, text) =>
      opinion(kept, text, new Set()),
    ),
    openDraft: vi.fn(async () => ({
      draft: kept,
      cards: [who('bea')],
      opinion: clear,
      ...unchosen,
    })),
    recipientCard: vi.fn(async (id: string) => who(id)),
    dismissFinding: vi.fn(async () => clear),
    announce: vi.fn(async () => clear),
    openConversation: vi.fn<ComposeDesk['openConversation']>(async () => []),
  };
}

let desk: ReturnType<typeof deskOf>;
let house: House;
let writing: Writing;

beforeEach(() => {
  vi.useFakeTimers();
  desk = deskOf();
  house = new House({ undo: async () => null, redo: async () => null });
  house.go('compose', { fresh: '1' });
  writing = new Writing(desk, house);
});
afterEach(() => {
  writing.forget();
  vi.useRealTimers();
});

function type(text: string): void {
  writing.text = text;
  writing.typed();
}
const pause = (ms = KEEP_PAUSE) => vi.advanceTimersByTimeAsync(ms);

test('nothing is kept before something is written', async () => {
  await writing.begin({ to: 'ada' });
  await pause();
  type('   ');
  await pause();
  expect(writing.recipients[0]?.name).toBe('Ada King');
  expect(desk.saveDraft).not.toHaveBeenCalled();
  expect(desk.checkDraft).not.toHaveBeenCalled();
});

test('what is typed is kept by itself a moment after typing stops, and once', async () => {
  await writing.open('d1');
  type('Dear Bea, ');
  await pause(KEEP_PAUSE - 1);
  type('Dear Bea, thank you');
  await pause(KEEP_PAUSE - 1);
  expect(desk.saveDraft).not.toHaveBeenCalled();
  await pause(1);
  expect(desk.saveDraft).toHaveBeenCalledOnce();
  expect(desk.saveDraft.mock.lastCall?.[0]).toMatchObject({
    id: 'd1',
    text: 'Dear Bea, thank you',
  });
  await pause();
  await writing.keep();
  expect(desk.saveDraft).toHaveBeenCalledOnce();
});

test('a new letter becomes one draft, whoever asks first to keep it', async () => {
  type('Dear Ada');
  await Promise.all([writing.keep(), writing.keep(), writing.checkNow()]);
  type('Dear Ada, again');
  await writing.keep();
  expect(desk.saveDraft.mock.calls.map(([form]) => form.id)).toEqual(['', 'new']);
  expect(house.params).toMatchObject({ draft: 'new' });
  expect(house.params.fresh).toBeUndefined();
});

test('the check is asked a short pause after the last key', async () => {
  await writing.open('d1');
  type('Hi all');
  await pause(CHECK_PAUSE - 1);
  type(campaign);
  await pause(CHECK_PAUSE - 1);
  expect(desk.checkDraft).not.toHaveBeenCalled();
  await pause(1);
  expect(desk.checkDraft).toHaveBeenCalledExactlyOnceWith('d1', '', campaign);
  expect(writing.verdict).toBe('blast');
});

test('an answer about an older text is dropped', async () => {
  await writing.open('d1');
  let late: (opinion: Opinion) => void = () => {};
  desk.checkDraft.mockImplementationOnce(() => new Promise((tell) => (late = tell)));
  type(campaign);
  await pause(CHECK_PAUSE);
  type('Dear Bea, thank you for the survey.');
  await pause(CHECK_PAUSE);
  late({ verdict: 'blast', because: 'Too late.', findings: [] });
  await pause(0);
  expect(writing.verdict).toBe('clear');
});

test('the verdict is announced when it changes and at no other time', async () => {
  await writing.open('d1');
  const announce = vi.spyOn(house, 'announce');
  for (const text of ['Dear Bea', campaign, `${campaign}!`, 'Dear Bea']) {
    type(text);
    await pause();
  }
  expect(announce.mock.calls.map(([words]) => words.slice(0, 24))).toEqual([
    'This lands as a blast. 3',
    'The check has nothing to',
  ]);
});

test('new recipients bring their cards, and a kept draft is put on the desk anew', async () => {
  await writing.readdressed([{ id: 'chidi', name: 'Chidi Okafor' }]);
  expect(writing.cards.map((card) => card.contact.id)).toEqual(['chidi']);
  expect(writing.channel).toBe('linkedin');
  expect(desk.openDraft).not.toHaveBeenCalled();
  type('Dear Chidi');
  await pause();
  await writing.readdressed([{ id: 'bea', name: 'Bea Chandra' }]);
  expect(desk.saveDraft.mock.lastCall?.[0].recipients).toEqual(['bea']);
  expect(desk.openDraft).toHaveBeenCalledWith('new');
  expect(writing.cards.map((card) => card.contact.id)).toEqual(['bea']);
});

test('the first recipient decides by what one writes', async () => {
  desk.openDraft.mockResolvedValue({
    draft: kept,
    cards: [who('chidi')],
    opinion: clear,
    ...unchosen,
  });
  type('Dear Chidi');
  await pause();
  await writing.readdressed([{ id: 'chidi', name: 'Chidi Okafor' }]);
  await pause();
  expect(desk.saveDraft.mock.lastCall?.[0].channel).toBe('linkedin');
});

test('what the owner chose to write by stays when a recipient comes', async () => {
  await writing.readdressed([], 'sms');
  await writing.readdressed([{ id: 'chidi', name: 'Chidi Okafor' }]);
  expect(writing.channel).toBe('sms');
});

test('an answer goes to who wrote, by the same way, under the same subject', async () => {
  const one = { ...who('ada').last, with: [{ id: 'ada', name: 'Ada King' }], subject: 'Looms' };
  desk.openConversation.mockResolvedValue([one as never]);
  await writing.begin({ answers: 'talk' });
  expect(writing.recipients).toEqual([{ id: 'ada', name: 'Ada King' }]);
  expect([writing.channel, writing.subject, writing.answers]).toEqual([
    'email',
    'Re: Looms',
    'talk',
  ]);
  await writing.keep();
  expect(desk.saveDraft, 'a proposed subject alone is no draft').not.toHaveBeenCalled();
});

test('a rule is silenced for the draft and can be taken back', async () => {
  await writing.open('d1');
  await writing.silence('pitch', 'A pitch', true);
  expect(desk.dismissFinding).toHaveBeenLastCalledWith('d1', 'pitch', true);
  expect(writing.silenced).toEqual([{ rule: 'pitch', title: 'A pitch' }]);
  await writing.silence('pitch', 'A pitch', false);
  expect(desk.dismissFinding).toHaveBeenLastCalledWith('d1', 'pitch', false);
  expect(writing.silenced).toEqual([]);
});

test('a store that refuses is told, and what is typed is tried again later', async () => {
  desk.saveDraft.mockRejectedValueOnce(new Troubled({ kind: 'disk-full' }));
  type('Dear Ada');
  await pause();
  expect(writing.kept).toBe('refused');
  expect(house.toasts.list.at(-1)?.tone).toBe('stop');
  type('Dear Ada, ');
  await pause(10_000);
  expect(writing.kept).toBe('kept');
});

test('who goes elsewhere leaves nothing behind unsaved', async () => {
  await writing.open('d1');
  type('Dear Bea, one more line');
  writing.close();
  await pause(0);
  expect(desk.saveDraft.mock.lastCall?.[0].text).toBe('Dear Bea, one more line');
});

test('a draft that was thrown away is not written again', async () => {
  await writing.open('d1');
  type('Dear Bea, no');
  writing.forget();
  await pause(20_000);
  expect(desk.saveDraft).not.toHaveBeenCalled();
});

test('a draft that was taken away from elsewhere is gone; a newer one is opened anew', async () => {
  await writing.open('d1');
  expect(await writing.follow([])).toBe('gone');
  expect(await writing.follow([kept])).toBe('here');
  expect(desk.openDraft).toHaveBeenCalledOnce();
  expect(await writing.follow([{ ...kept, changed_at: ago(0) }])).toBe('here');
  expect(desk.openDraft).toHaveBeenCalledTimes(2);
});

test('what was dismissed for a draft is known when it is opened again', async () => {
  desk.openDraft.mockResolvedValue({
    draft: kept,
    cards: [],
    opinion: clear,
    silenced: [{ rule: 'pitch', title: 'A pitch' }] as never,
    announcement: true,
  });
  await writing.open('new');
  expect(writing.silenced).toEqual([{ rule: 'pitch', title: 'A pitch' }]);
  expect(writing.announced).toBe(true);
});
