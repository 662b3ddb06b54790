/** A make-believe check: a few phrases and what the real one would say of them. */
import type { Draft, Evidence, Finding, Opinion } from '../../rooms/compose/kinds';
import { align } from './aligned';
import { ago, cards } from './compose.people';

export const campaign = `Hi all,

I am excited to invite you to our free webinar on quiet hiring. We have helped more than forty teams to cut their time to hire by half, and I would love to show you how. Book a demo at calendly.com/example and bring your questions.

If this is not for you, just ignore this message.

Best regards`;

const others = [
  'Dora Lindqvist',
  'Emil Novák',
  'Farah Haddad',
  'Goran Marić',
  'Hana Sato',
  'Idris Bello',
  'Jun Park',
];

const towns = ['Porto', 'Ghent', 'Leeds', 'Turin', 'Bergen', 'Graz', 'Cork'];

const evidence: Omit<Evidence, 'aligned'>[] = others.map((name, i) => ({
  interaction: `sent-${i}`,
  to: name,
  contacts: [{ id: `p${i}`, name }],
  at: ago(12 + i * 3),
  likeness: 0.98 - i * 0.03,
  text: campaign
    .replace('Hi all', `Hi ${name.split(' ')[0]}`)
    .replace('more than forty teams', `more than forty teams in ${towns[i]}`)
    .replace('your questions', i % 2 ? 'a colleague' : 'your questions'),
  answered: i === 3,
}));

type Parts = Pick<Finding, 'more' | 'slots' | 'evidence' | 'campaign' | 'people' | 'answered'>;

const bare: Parts = { more: [], slots: [], evidence: [], campaign: null, people: 0, answered: 0 };

const place = (text: string, phrase: string): [number, number][] => {
  const at = text.indexOf(phrase);
  return at < 0 ? [] : [[at, at + phrase.length]];
};

/** What is known of a text that went out before: sentences, slots, and the messages. */
const before = (text: string): Parts => ({
  more: [...place(text, 'I am excited to invite you to our free webinar on quiet hiring.')],
  slots: [...place(text, 'forty'), ...place(text, 'your questions')],
  evidence: evidence.map((one) => ({ ...one, aligned: align(text, one.text) })),
  campaign: 'webinar',
  people: 13,
  answered: 1,
});

type Phrase = [rule: string, title: string, phrase: string, why: string, weight: number];

const phrases: Phrase[] = [
  [
    'same-text',
    'The same text as to others',
    'cut their time to hire by half',
    '3 of 4 sentences also went to 13 people, two of them on 11 November; 1 answered.',
    0.9,
  ],
  [
    'pitch',
    'A pitch',
    'free webinar',
    '“Webinar” and “book a demo” are how strangers write to lists.',
    0.4,
  ],
  ['pitch', 'A pitch', 'Book a demo', '“Book a demo” is how strangers write to lists.', 0.4],
  [
    'mass-greeting',
    'A greeting for anyone',
    'Hi all',
    '“Hi all” tells each reader that they are one of a list.',
    0.3,
  ],
  [
    'merge-leftover',
    'Left over from a template',
    '{{first_name}}',
    '“{{first_name}}” was left over from a template.',
    0.7,
  ],
  [
    'disclaimer',
    '“Just ignore this”',
    'just ignore this',
    '“Just ignore this” says that you did not look whether it concerns them.',
    0.3,
  ],
];

function found(draft: Draft, text: string, silent: ReadonlySet<string>): [Finding, number][] {
  const many: [Finding, number][] =
    draft.recipients.length >= 5 && !silent.has('many-recipients')
      ? [
          [
            {
              rule: 'many-recipients',
              title: 'Many recipients',
              why: `${draft.recipients.length} people are addressed at once, so nobody feels addressed.`,
              span: null,
              ...bare,
            },
            0.6,
          ],
        ]
      : [];
  const said = phrases.flatMap(([rule, title, phrase, why, weight]): [Finding, number][] => {
    const at = text.indexOf(phrase);
    if (at < 0 || silent.has(rule)) return [];
    const span: [number, number] = [at, at + phrase.length];
    const more = rule === 'same-text' ? before(text) : bare;
    return [[{ rule, title, why, span, ...more }, weight]];
  });
  return [...said, ...many].sort((a, b) => b[1] - a[1]);
}

export function opinion(draft: Draft, text: string, silent: ReadonlySet<string>): Opinion {
  const hushed = silent.has('announcement')
    ? new Set([...silent, 'same-text', 'many-recipients', 'mass-greeting'])
    : silent;
  const all = found(draft, text, hushed);
  const alone = draft.recipients.find(({ id }) => cards.get(id)?.do_not_contact);
  if (alone) {
    const why = `${alone.name} is not to be contacted.`;
    all.unshift([
      { rule: 'do-not-contact', title: 'Do not contact', why, span: null, ...bare },
      0.9,
    ]);
  }
  const weight = 1 - all.reduce((left, [, one]) => left * (1 - one), 1);
  const findings = all.map(([finding]) => finding);
  if (weight < 0.5) return { verdict: 'clear', because: '', findings: [] };
  return { verdict: weight >= 0.8 ? 'blast' : 'look', because: findings[0]?.why ?? '', findings };
}
