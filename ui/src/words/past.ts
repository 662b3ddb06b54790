/** The words of the history and the trash. */
export const pastWords = {
  all: 'Everything',
  trash: 'Trash',
  which: 'What is shown',
  takeBack: 'Take back',
  bringBack: 'Bring back',
  restore: 'Restore',
  takenBack: 'taken back',
  more: 'Show earlier ones',
  moreChanges: 'and more',
  none: 'Nothing was changed in the last 30 days',
  noneText: 'What you change, add, merge or remove is listed here and can be taken back.',
  trashNone: 'The trash is empty',
  trashNoneText: 'What you remove lies here for 30 days and can be restored.',
  nothingLeft: 'Nothing is left to take back: it was changed again since',
  history: 'History',
  historyOf: (name: string) => `History of ${name}`,
  list: 'Deeds, the last first',
  row: (action: string, deed: string, whom: string) => `${action}: ${deed}${whom && `, ${whom}`}`,
  there: (what: string) => came[what] ?? `${thing(what)} added`,
  gone: (what: string) => went[what] ?? `${thing(what)} removed`,
};

const came: Record<string, string> = { alias: 'Merged with', apart: 'Kept apart from' };
const went: Record<string, string> = { alias: 'Parted from', apart: 'Not kept apart from' };

const things: Record<string, string> = {
  contact: 'Contact',
  identity: 'Address',
  position: 'Position',
  dated_day: 'Day',
  tag: 'Tag',
  card: 'Card from a file',
  note: 'Note',
  promise: 'Reminder',
  circle: 'Circle',
  group: 'Group',
  group_member: 'Membership',
  draft: 'Draft',
  recipient: 'Recipient',
  dismissal: 'Silenced finding',
  owner_fact: 'Your own detail',
  setting: 'Setting',
  interaction: 'Entry of the timeline',
  mark: 'Mark',
  correction: 'Correction',
};

const fields: Record<string, string> = {
  shown: 'Name',
  given: 'Given name',
  family: 'Family name',
  how_met: 'How you met',
  met_through: 'Met through',
  do_not_contact: 'Do not contact',
  left_out_of_review: 'Left out of review',
  automated: 'Kept as a list',
  consent_source: 'Consent from',
  consent_on: 'Consent on',
  due_on: 'Due',
  seen_at: 'Seen',
  from_on: 'From',
  to_on: 'Until',
  on_day: 'Day',
  cadence_days: 'Every so many days',
};

/** "Note", for what a deed changed. */
export const thing = (what: string): string => things[what] ?? 'Detail';

/** "How you met". */
export const fieldName = (field: string): string =>
  fields[field] ?? (field.charAt(0).toUpperCase() + field.slice(1)).replaceAll('_', ' ');
