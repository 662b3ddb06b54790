/** The words of the room "Import", but for the help (`import-help.ts`). */
const count = (n: number, one: string, many: string): string =>
  `${n.toLocaleString()} ${n === 1 ? one : many}`;

const people = (n: number): string => count(n, 'person', 'people');
const messages = (n: number): string => count(n, 'message', 'messages');
const files = (n: number): string => count(n, 'file', 'files');
const places = (n: number): string => count(n, 'place', 'places');

const list = (parts: string[]): string =>
  new Intl.ListFormat('en', { type: 'conjunction' }).format(parts);

export const importing = {
  title: 'Import',
  hintStart: 'You see a plan before anything is written',
  hintReading: 'Nothing is written yet',
  hintPlan: (what: string) => `${what} · nothing is written yet`,
  hintSettling: 'What is written stays, even if you break off',

  dropTitle: 'Drop files here, or anywhere on this window',
  dropText:
    'LinkedIn archives, mailboxes and address books, one or many at once. They are recognised by what is in them, not by their names.',
  chooseFiles: 'Choose files',
  chooseFolder: 'Choose a folder',

  watchedTitle: 'A folder that is watched',
  watchedNone:
    'Mail exports and archives that you put there are offered to you. Nothing comes in unasked.',
  watchedIn: (folder: string) => folder,
  watchedNothing: 'Nothing new in it.',
  watchedWhy: (why: string) => `It cannot be looked into: ${why}.`,
  watchedNew: (n: number, folder: string) => `${files(n)} new in ${folder}`,
  watchedLook: (n: number) => (n === 1 ? 'Look at it' : 'Look at them'),
  watchedLeave: 'Not now',
  watch: 'Watch a folder',
  watchOther: 'Another folder',
  watchNone: 'Watch none',
  watching: 'Folder is watched',
  watchedNoMore: 'No folder is watched',
  watchedLeft: 'Not offered again until it changes',

  sampleTitle: 'Only looking?',
  sampleText:
    'Fill this empty store with the sample: about 60 invented people and three years of messages. It can be taken back.',
  sampleFill: 'Fill with the sample',
  readOnlyTitle: 'This store can only be read',
  readOnlyText: 'Its disk or folder does not allow writing, so nothing can be brought in.',

  inSampleTitle: 'This is the sample',
  inSampleText:
    'What you bring in here goes with it when you close the window. For your own store, start Requite as usual, without --sample.',

  earlier: 'Earlier imports',
  earlierFiles: (all: readonly string[]) =>
    all.length === 0
      ? 'No file'
      : all.length === 1
        ? (all[0] ?? '')
        : `${all[0]} and ${files(all.length - 1)} more`,
  earlierBrought: (contacts: number, interactions: number) =>
    contacts + interactions === 0
      ? 'Nothing new'
      : list([
          ...(contacts > 0 ? [people(contacts)] : []),
          ...(interactions > 0 ? [messages(interactions)] : []),
        ]),
  unfinished: 'Broken off',
  takenBack: 'Taken back',
  snagsOf: (n: number) => `${places(n)} not read`,
  takeBack: 'Take back',
  takeBackOf: (what: string) => `Take back ${what}`,
  takeBackTitle: 'Take this import back?',
  takeBackText: (contacts: number, interactions: number) =>
    `${list([people(contacts), messages(interactions)])} that came with it will go. What you changed or wrote yourself stays, and the files are not touched.`,
  takeBackYes: 'Take it back',
  keep: 'Keep it',
  snagsTitle: 'What could not be read',

  reading: (paths: number) => `Reading ${files(paths)}`,
  readingHow:
    'Looking at everything in it, to tell you what it would bring. Large mailboxes take a moment.',
  neverMind: 'Never mind',
  unreadTitle: 'That could not be looked at',
  again: 'Try again',

  nothingTitle: 'Nothing here that Requite reads',
  nothingLooked: 'Looked at',
  nothingReads:
    'It reads LinkedIn archives (the zip, its folder or single tables), mail (mbox, .eml, Maildir, Takeout), vCards and Google Contacts.',
  otherFiles: 'Choose other files',

  bringIn: 'Bring in',
  bringInAgain: 'Bring in anyway',
  throwAway: 'Throw away',
  thrownAway: 'Plan thrown away. Nothing was written.',
  planReady: (contacts: number, interactions: number) =>
    `The plan is ready: ${people(contacts)} and ${messages(interactions)} are new.`,
  planTitle: 'What it would bring',
  allSame: 'Everything in it is here already',
  allSameText: 'Bringing it in again doubles nothing.',
  insteadOf: (what: string) => `In place of the plan for ${what}`,
  addThose: 'Look at both together',
  newPeople: (n: number) => (n === 1 ? 'new person' : 'new people'),
  learnt: (n: number) => (n === 1 ? 'person updated' : 'people updated'),
  newMessages: (n: number) => (n === 1 ? 'new message' : 'new messages'),
  newNotes: (n: number) => (n === 1 ? 'new note' : 'new notes'),
  hereAlready: (contacts: number, interactions: number) =>
    `${list([
      ...(contacts > 0 ? [people(contacts)] : []),
      ...(interactions > 0 ? [messages(interactions)] : []),
    ])} ${contacts + interactions === 1 ? 'is' : 'are'} here already.`,
  automated: (n: number) =>
    `${count(n, 'list or no-reply sender', 'lists and no-reply senders')} ${n === 1 ? 'stays' : 'stay'} out of your contacts, kept apart and countable.`,
  unreadPlaces: (n: number) => `${places(n)} could not be read.`,
  seeThem: 'See them',

  you: 'Who you are',
  youWhy: 'So that Requite knows which messages are yours. Tick the addresses that are your own.',
  youAre: (name: string) => (name ? `You are ${name}` : 'Known from before'),
  youUnknown: 'None of your addresses was found in these files',
  youUnknownText:
    'Without one, who wrote to whom is guesswork. Add the address you used, or your LinkedIn profile.',
  youNone: 'No address is ticked',
  name: 'Your name',
  nameHint: 'Archives often name you without an address',
  known: 'known from before',
  typed: 'added by you',
  addAddress: 'Add an address of your own',
  addAddressPlace: 'name@example.org or linkedin.com/in/…',
  add: 'Add',
  changeYou: 'Change',

  sample: 'A few of them',
  sampleHint: 'Is it right who wrote to whom?',
  preliminary: 'These directions are preliminary: they were seen with other addresses ticked.',
  lookAgain: 'Look again',
  lookingAgain: 'Looking again with your addresses …',
  wrote: (who: string) => `${who} wrote`,
  youWrote: (who: string) => `You wrote to ${who}`,
  between: (who: string) => `With ${who}`,
  noWords: 'Without words',

  unsure: 'Perhaps the same person',
  unsureText: 'Left as two, they can still be made one later. Nothing is lost either way.',
  inFile: 'In the file',
  hereNow: 'Here already',
  sameQuestion: (a: string, b: string) => `Is ${a} the same person as ${b}?`,
  samePerson: 'The same',
  someoneElse: 'Somebody else',
  open: (who: string) => `Open ${who}`,

  found: 'What was recognised',
  filesOf: files,

  snags: 'What could not be read',
  snagsHint: 'All the rest comes in.',
  theseFiles: 'These files',
  line: (lines: readonly number[]) => (lines.length === 1 ? 'Line' : 'Lines'),
  andMoreLines: (n: number) => `and ${n.toLocaleString()} more`,
  placesOf: places,
  showMore: (n: number, of: number) => `Show ${n.toLocaleString()} more of ${of.toLocaleString()}`,

  stages: {
    reading: 'Reading',
    contacts: 'People',
    interactions: 'Messages',
    words: 'Making it searchable',
  } as Record<string, string>,
  dayOrder: 'Which comes first in a date?',
  dayOrderText: (examples: string, files: number) =>
    `Dates such as ${examples} in ${files === 1 ? 'this chat' : `${files} chats`} can be read in two ways, and nothing else in ${files === 1 ? 'it' : 'them'} tells which.`,
  dayFirst: 'The day',
  monthFirst: 'The month',
  begin: 'Beginning',
  settling: 'Bringing it in',
  settlingText: 'You may go on working meanwhile, in any room.',
  rate: (n: number) => `${n.toLocaleString()} a second`,
  left: (seconds: number) =>
    seconds < 5
      ? 'a few seconds left'
      : seconds < 90
        ? `about ${Math.ceil(seconds / 5) * 5} seconds left`
        : `about ${Math.round(seconds / 60)} minutes left`,
  cancel: 'Break off',
  cancelling: 'Breaking off after this batch …',
  heldBack: (n: number) => `${files(n)} dropped meanwhile`,
  heldBackText: 'They wait until this import is through.',
  lookAtThem: 'Look at them',

  doneTitle: 'All brought in',
  nothingNew: 'Nothing was new',
  cancelledTitle: 'Broken off',
  cancelledText:
    'What was written until then is kept. The same files again go on where this one stopped.',
  undoneTitle: 'Taken back',
  undoneText: 'All that this import brought is gone again.',
  seePeople: 'See the people',
  more: 'Bring in more',
  undo: 'Undo',
  failedTitle: 'It did not go through',
  failedText:
    'What was written until then is kept. Look at the same files again to go on from there; nothing doubles.',
} as const;
