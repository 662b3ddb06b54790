/** The words of the room "Today". */
import { dateFormat } from '../kit/formats';
import { begin, counted } from './numbers';

/** How much stands in each part of the page. */
export interface Morning {
  waiting: number;
  promises: number;
  reminders: number;
  days: number;
  losingTouch: number;
}

const are = (count: number): string => (count === 1 ? 'is' : 'are');

/** "Three people wait for an answer and one promise is due." */
function sum({ waiting, promises, reminders, days, losingTouch }: Morning): string {
  const owed = [
    promises > 0 && counted(promises, 'promise', 'promises'),
    reminders > 0 && counted(reminders, 'reminder', 'reminders'),
  ].filter((clause) => clause !== false);
  const pressing = [
    waiting > 0 &&
      `${counted(waiting, 'person', 'people')} ${waiting === 1 ? 'waits' : 'wait'} for an answer`,
    owed.length > 0 && `${owed.join(' and ')} ${are(promises + reminders)} due`,
  ].filter((clause) => clause !== false);
  if (pressing.length > 0) return `${begin(pressing.join(', '))}.`;
  if (losingTouch > 0)
    return `Nobody waits for you. ${begin(counted(losingTouch, 'person', 'people'))} might like to hear from you.`;
  if (days > 0)
    return `Nobody waits for you. ${begin(counted(days, 'day', 'days'))} to remember ${days === 1 ? 'comes' : 'come'} soon.`;
  return '';
}

const promised: Record<string, (name: string) => string> = {
  'i-owe': (name) => (name ? `You promised ${name}` : 'You promised'),
  'they-owe': (name) => (name ? `${name} promised you` : 'Promised to you'),
  reminder: (name) => (name ? `A reminder about ${name}` : 'A reminder'),
};

export const today = {
  watchedNew: (files: number, folder: string) =>
    `${begin(counted(files, 'new file', 'new files'))} in ${folder.split(/[\\/]/).filter(Boolean).at(-1) ?? folder}`,
  watchedLook: (files: number) => (files === 1 ? 'Look at it' : 'Look at them'),
  watchedLeave: 'Not now',
  watchedLeft: 'Not offered again until it changes',
  title: 'Today',
  date: (now: Date) =>
    dateFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' }).format(now),
  sum,
  waiting: 'Waiting for your answer',
  waitingNone: 'Nobody waits for an answer from you.',
  promises: 'Promises and reminders due',
  days: 'Days to remember',
  losingTouch: 'Losing touch',
  by: {
    email: 'by e-mail',
    linkedin: 'on LinkedIn',
    phone: 'by phone',
    sms: 'by text message',
    chat: 'by chat',
    'in-person': 'in person',
    video: 'by video',
    group: 'in a group',
  } as Record<string, string>,
  promised: (kind: string, name: string) => (promised[kind] ?? promised.reminder)?.(name) ?? '',
  dueToday: 'due today',
  due: (when: string) => `due ${when}`,
  writeTo: (name: string) => `Write to ${name}`,
  keep: (text: string) => `Done: ${text}`,
  kept: 'Done',
  next: 'Next line',
  before: 'Line before',
  writeHere: 'Write to this contact',
  tickHere: 'Tick this promise',
  calm: 'Nothing waits',
  calmText: 'Everybody has an answer, and every promise is kept. Perhaps somebody comes to mind.',
  calmAction: 'Look through your contacts',
  welcome: 'Good to know people.',
  welcomeText:
    'Requite keeps what passed between you and the people you know, on this machine and nowhere else. Before you write, it shows what matters to the one who will read it; afterwards, who asked and who gave.',
  bring: 'Bring in your files',
  bringHint: 'The archive from LinkedIn, a mailbox, your address book.',
  look: 'Look around with an invented owner',
  looked: 'This is an invented owner: look around',
  unknownTitle: 'Requite does not know yet which addresses are yours',
  unknownText: 'Until then it can only guess who wrote to whom.',
  unknownAction: 'Say who you are',
} as const;
