/** The words of the page "Campaigns" in Review: what went to several people in the same words. */
import { counted } from './numbers';

const people = (count: number): string => (count === 1 ? '1 person' : `${count} people`);

export const campaigns = {
  title: 'Campaigns',
  hint: 'What you sent to several people in the same words',
  link: 'Campaigns',
  review: 'Review',
  all: 'All campaigns',
  next: 'Next campaign',
  before: 'Campaign before',
  emptyTitle: 'No campaigns here',
  emptyText:
    'When you send several people the same text, the same but for names and details, it stands here: what, when, to whom, and who answered.',
  more: (count: number): string => `Show ${counted(count, 'more', 'more')}`,
  untitled: 'Without a title',

  // One campaign in figures.
  reached: (count: number, answered: number): string =>
    `${people(count)}, ${answered === 0 ? 'nobody' : answered} answered`,
  onOne: (day: string): string => `on ${day}`,
  fromTo: (first: string, last: string): string => `${first} to ${last}`,

  // Meant to be the same.
  meant: 'Meant to be the same',
  meantIntro:
    'Some texts are meant to be the same for everybody. Say so once, and the check no longer warns about them.',
  meantHint: 'The check then no longer warns when you send this text to somebody else.',
  meantSaid: 'The check no longer warns about this text',
  warnsSaid: 'The check warns about this text again',

  // The page of one.
  template: 'The text',
  templateText: (slots: number): string =>
    slots === 0
      ? 'Word for word the same to everybody.'
      : `The same to everybody but for ${counted(slots, 'place', 'places')}, boxed: press one to see what stood there.`,
  slot: (text: string, fillings: number): string =>
    `${text.trim() ? `“${text.trim()}”` : 'Sometimes something'}: ${counted(fillings, 'filling', 'different fillings')}`,
  fillings: (count: number): string =>
    count === 1 ? 'What stood there' : `What stood there, in ${counted(count, 'way', 'ways')}`,
  nothing: 'nothing',
  moreFillings: (count: number): string => `${count} more`,
  closeFillings: 'Close',

  recipients: 'Recipients',
  show: 'Which recipients',
  everybody: (count: number): string => `Everybody (${count})`,
  answeredOnly: (count: number): string => `Who answered (${count})`,
  silentOnly: (count: number): string => `Who did not answer (${count})`,
  nobodyHere: 'Nobody of this kind.',
  somebody: 'Somebody who is no contact any more',
  answered: 'Answered',
  noAnswer: 'No answer',
  andOthers: (name: string, others: number): string =>
    others === 0 ? name : others === 1 ? `${name} and 1 other` : `${name} and ${others} others`,

  // One message beside the text.
  sentOn: 'Sent',
  answeredOn: 'answered',
  backToText: 'Back to the text',
  inTimeline: 'In the timeline',
  inTimelineOf: (name: string): string => `The message in the timeline of ${name}`,
  theText: 'The text of the campaign',
  theMessage: 'This message',
  to: (name: string): string => `To ${name}`,
} as const;
