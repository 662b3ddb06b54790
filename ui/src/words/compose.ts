/** The words of the room "Compose". */

const people = (count: number): string => (count === 1 ? '1 person' : `${count} people`);

export const compose = {
  title: 'Compose',

  // The page without a draft.
  emptyTitle: 'Write one good message',
  emptyText:
    'Choose whom you write to. Beside the draft stands what matters about them now; Requite never writes for you and sends nothing.',
  fresh: 'New message',
  drafts: 'Drafts',
  draftsToComeBackTo: 'Drafts to come back to',
  allDrafts: (count: number): string => (count === 0 ? 'Drafts' : `Drafts (${count})`),
  toNobodyYet: 'To nobody yet',
  nothingWritten: 'Nothing written yet',
  remove: 'Throw this draft away',
  removeOf: (to: string): string => `Throw away the draft to ${to}`,

  // The letter.
  hintFresh: 'Kept as you write; never sent.',
  hintKeeping: 'Keeping …',
  hintKept: 'Kept. Nothing is sent from here.',
  hintNotKept: 'This draft is not kept: the store did not take it.',
  to: 'To',
  toPlaceholder: 'Somebody you know',
  subject: 'Subject',
  subjectPlaceholder: 'What it is about',
  channel: 'By',
  draft: 'Draft',
  draftPlaceholder: 'Write to one person …',
  answering: 'An answer in your conversation.',
  answerTo: (subject: string): string => (subject ? `Re: ${subject}` : ''),
  eachGetsIt: (count: number): string =>
    `Each of the ${count} gets this message. The check looks at all of them.`,
  channels: {
    email: 'E-mail',
    linkedin: 'LinkedIn',
    sms: 'Text message',
    chat: 'Chat',
    other: 'Another way',
  } as Record<string, string>,

  // The check.
  check: 'The check',
  clear: 'Reads like a letter',
  look: 'Look again',
  blast: 'This lands as a blast',
  checkFailed: 'The check could not look at this.',
  verdictSaid: {
    clear: 'The check has nothing to say any more.',
    look: (because: string): string => `Look again. ${because}`,
    blast: (because: string): string => `This lands as a blast. ${because}`,
  },
  moreFindings: (count: number): string => `${count} more`,
  fewerFindings: 'Show fewer',
  showInText: 'In the text',
  dismiss: 'Dismiss here',
  announcement: 'This is an announcement',
  switchOff: 'Rules …',
  dismissed: (title: string): string => `“${title}” is silent for this draft.`,
  announced: 'Taken as an announcement: it may go to many and say the same to all.',
  speakAgain: 'Take back',

  // Evidence.
  evidence: (count: number): string =>
    count === 1 ? 'The earlier message' : `The ${count} earlier messages`,
  evidenceList: 'Earlier messages',
  closeEvidence: 'Back to the recipients',
  mailMerge: 'Mail merge',
  hadBy: (names: readonly string[], more: number): string => {
    if (more > 0) return `To ${names.join(', ')} and ${more} more`;
    const last = names.at(-1) ?? '';
    return names.length > 1 ? `To ${names.slice(0, -1).join(', ')} and ${last}` : `To ${last}`;
  },
  answeredIt: 'Answered',
  bothTexts: 'Both texts',
  bothTextsOf: (to: string): string => `Both texts: this draft and the message to ${to}`,
  thisDraft: 'This draft',
  earlierTo: (to: string): string => `To ${to}`,
  wholeCampaign: 'The whole campaign',
  alike: (likeness: number): string => `${Math.round(likeness * 100)} % of this draft`,
  moreEvidence: (count: number): string => `${count} more`,

  // The card.
  aboutRecipients: 'About the recipients',
  aboutNobody: 'Choose somebody, and what matters about them now stands here.',
  previous: 'Previous recipient',
  next: 'Next recipient',
  recipientShown: 'Recipient',
  ofCount: (at: number, count: number): string => `${at} of ${count}`,
  openCard: (name: string): string => `Open ${name} in contacts`,
  doNotContact: (name: string): string => `Nothing is to be sent to ${name}`,
  doNotContactText: 'Their card says “do not contact”. You can still write, and think it over.',
  lastExchange: 'Last exchange',
  theyWroteLast: 'They wrote last',
  youWroteLast: 'You wrote last',
  lastPassed: {
    message: 'Message',
    call: 'Call',
    meeting: 'Meeting',
    'group-post': 'Post in a group',
    invitation: 'Invitation',
    recommendation: 'Recommendation',
    endorsement: 'Endorsement',
    other: 'Something passed',
  } as Record<string, string>,
  showAll: 'Show all',
  showLess: 'Show less',
  inTimeline: 'In the timeline',
  neverPassed: 'Nothing has passed between you yet.',
  unanswered: (count: number): string =>
    count === 1
      ? 'Your last message waits for an answer.'
      : `Your last ${count} messages wait for an answer.`,
  openQuestion: 'Their open question',
  openPromise: 'Your open promise',
  youWrote: 'You wrote',
  due: 'due',
  kept: 'Kept',
  keptOf: (what: string): string => `Kept: ${what}`,
  notes: 'Notes',
  noNotes: 'Nothing noted yet.',
  moreNotes: (count: number): string => `${count} more`,
  noteKinds: {
    interest: 'Interest',
    work: 'Work',
    family: 'Family',
    goal: 'Goal',
    'can-offer': 'Can offer',
    'would-like': 'Would like',
    met: 'Met',
    avoid: 'Avoid',
  } as Record<string, string>,
  noteFrom: (source: string): string => `from ${source}`,
  seen: 'seen',
  seenAgain: 'Seen again today',
  seenAgainOf: (note: string): string => `Seen again today: ${note}`,
  seenToday: 'Seen today',
  openProfile: 'Look at their profile',
  openProfileHint: 'Look at their profile to see whether these still hold.',
  looked: 'Still true? Mark what you saw again.',
  balance: 'Balance',

  // The hand-over.
  handOver: 'Hand over',
  handOverTitle: 'Hand over',
  handOverText: 'Requite sends nothing. Take the text to where you send it, then mark it as sent.',
  copy: 'Copy the text',
  copyShort: 'Copy',
  copied: 'Copied',
  openMail: 'Open in mail program',
  openMailOf: (name: string): string => `Write to ${name} in the mail program`,
  noAddress: 'No e-mail address is known.',
  openLinkedin: 'Open their LinkedIn page',
  openLinkedinOf: (name: string): string => `Open ${name}’s LinkedIn page`,
  noLinkedin: 'No LinkedIn page is known.',
  openingFailed: 'That could not be opened',
  copyFailed: 'The text could not be copied',
  markSent: 'Mark as sent',
  markSentText: (count: number): string =>
    count > 1
      ? `Logs it in the timelines of all ${people(count)} and clears it from the desk.`
      : 'Logs it in the timeline and clears it from the desk.',
  markSentNobody: 'Choose whom it went to first.',
  markedSent: (to: string): string => `Marked as sent to ${to}`,
  andOthers: (name: string, others: number): string =>
    others === 0 ? name : others === 1 ? `${name} and 1 other` : `${name} and ${others} others`,
  askTitle: 'Send it like this?',
  askText:
    'The check takes this for a blast. It forbids nothing; it asks this once. Marked as sent, it is logged like any other message.',
  askBack: 'Back to the letter',
  askYes: 'Yes, mark as sent',
} as const;
