/** A make-believe check: a few phrases and what the real one would say of them. */
import type { Draft, Evidence, Finding, Opinion } from '../../rooms/compose/kinds';
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

const evidence: Evidence[] = others.map((name, i) => ({
  interaction: `sent-${i}`,
  to: name,
  contacts: [{ id: `p${i}`, name }],
  at: ago(12 + i * 3),
  likeness: 0.98 - i * 0.03,
  text: campaign.replace('Hi all', `Hi ${name.split(' ')[0]}`).replace('forty', `${40 + i}`),
}));

type Phrase = [rule: string, title: string, phrase: string, why: string, weight: number];

const phrases: Phrase[] = [
  [
    'same-text',
    'The same text as to others',
    'cut their time to hire by half',
    'This text also went to 7 others, last on 11 November 2026.',
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
              evidence: [],
            },
            0.6,
          ],
        ]
      : [];
  const said = phrases.flatMap(([rule, title, phrase, why, weight]): [Finding, number][] => {
    const at = text.indexOf(phrase);
    if (at < 0 || silent.has(rule)) return [];
    const span: [number, number] = [at, at + phrase.length];
    return [[{ rule, title, why, span, evidence: rule === 'same-text' ? evidence : [] }, weight]];
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
      { rule: 'do-not-contact', title: 'Do not contact', why, span: null, evidence: [] },
      0.9,
    ]);
  }
  const weight = 1 - all.reduce((left, [, one]) => left * (1 - one), 1);
  const findings = all.map(([finding]) => finding);
  if (weight < 0.5) return { verdict: 'clear', because: '', findings: [] };
  return { verdict: weight >= 0.8 ? 'blast' : 'look', because: findings[0]?.why ?? '', findings };
}
