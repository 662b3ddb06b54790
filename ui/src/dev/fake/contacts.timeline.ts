/** Invented things that passed, by number: any length costs nothing until it is looked at. */
import type { Interaction, Row } from '../../rooms/contacts/views';
import { ago, dice } from './contacts.people';

const letters: readonly [subject: string, text: string, acts: readonly [string, string][]][] = [
  [
    'The seventh number',
    'Dear friend,\n\nI have gone through your table again and found the slip in the fourth line: the sign, not the method. A corrected copy is attached, and I wrote out the two cases you had left to the reader.\n\nCould you ask your printer whether he takes diagrams? I would rather not draw them twice.\n\nYours,\nAda',
    [
      [
        'A corrected copy is attached, and I wrote out the two cases you had left to the reader.',
        'give',
      ],
      ['Could you ask your printer whether he takes diagrams?', 'ask'],
    ],
  ],
  [
    'Re: Thursday',
    'Thursday suits me well. I shall bring the cards; you bring the patience.',
    [['Thursday suits me well.', 'social']],
  ],
  [
    'An introduction',
    'I should like you to meet Chidi, who builds looms and thinks about them as you do about engines. He knows of you and would be glad of a letter.\n\nNo hurry at all.',
    [
      [
        'I should like you to meet Chidi, who builds looms and thinks about them as you do about engines.',
        'give',
      ],
    ],
  ],
  [
    '',
    'Would you have ten minutes this week? I am stuck on the second variable.',
    [['Would you have ten minutes this week?', 'ask']],
  ],
  [
    'Congratulations',
    'What a fine piece of work. I read it on the train and missed my stop.',
    [['What a fine piece of work.', 'social']],
  ],
];

const channels = ['email', 'linkedin', 'email', 'phone', 'email', 'in-person', 'chat', 'video'];
const kinds: Record<string, string> = { phone: 'call', 'in-person': 'meeting', video: 'meeting' };

/** The thing that passed at this place, counted from the newest. */
export function passed(row: Row, at: number): Interaction {
  const roll = dice(at * 31 + row.id.length * 7919);
  roll();
  const [subject, text, acts] = letters[at % letters.length] ?? ['', '', []];
  const channel = channels[Math.floor(roll() * channels.length)] ?? 'email';
  const spoken = kinds[channel] !== undefined;
  const span = (sentence: string): [number, number] => {
    const start = text.indexOf(sentence);
    return [start, start + sentence.length];
  };
  return {
    id: `${row.id}-${at}`,
    kind: kinds[channel] ?? 'message',
    channel,
    direction: spoken ? 'between' : at % 2 === 0 ? (row.last_direction ?? 'in') : 'out',
    at: ago(at * 5.3 + roll() * 3 + 3),
    offset_minutes: 0,
    subject: spoken ? '' : channel === 'email' ? subject : '',
    text: spoken && at % 3 === 0 ? '' : text,
    quoted:
      channel === 'email' && at % 3 === 0
        ? '> On Monday you wrote:\n> I still do not see why the fourth line must be negative.'
        : '',
    signature: channel === 'email' ? 'Ada King\nAnalytical Engines, London' : '',
    conversation: null,
    with: [
      { id: row.id, name: row.name },
      ...(at % 9 === 4 ? [{ id: 'chidi', name: 'Chidi Okafor' }] : []),
    ],
    is_reply: at % 5 === 1,
    acts: spoken
      ? []
      : acts.map(([sentence, kind]) => ({
          kind,
          span: span(sentence),
          certainty: 0.9,
          corrected: false,
        })),
  };
}
