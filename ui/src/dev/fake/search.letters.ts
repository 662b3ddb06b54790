/**
 * Invented correspondence to be searched: conversations over years and channels, told once and
 * shown both as finds and in the timelines of those who took part.
 */
import type { Interaction } from '../../rooms/contacts/views';
import { ago, crowd } from './contacts.people';

type Letter = readonly [
  contact: string,
  conversation: string | null,
  daysAgo: number,
  channel: string,
  direction: 'in' | 'out' | 'between',
  subject: string,
  text: string,
  acts?: 'asks' | 'gives',
];

const names = new Map(crowd(6).map((row) => [row.id, row.name]));
export const named = (id: string): { id: string; name: string } => ({
  id,
  name: names.get(id) ?? id,
});

// prettier-ignore
const letters: readonly Letter[] = [
  ['bea', 'agenda', 2, 'email', 'in', 'Re: Agenda for the spring workshop', 'Thank you for the second draft. Would you have half an hour next week to look over the agenda with me, before it goes to the speakers? I would move the panel to the morning, when people still have questions.', 'asks'],
  ['ada', 'photographs', 5, 'email', 'in', 'Re: The photographs from Lisbon', 'The photographs came through at last, all forty of them. The one on the ferry is the best picture anybody ever took of me; may I use it for the programme of the workshop?', 'asks'],
  ['ada', 'photographs', 6, 'email', 'out', 'The photographs from Lisbon', 'Here are the photographs from Lisbon, in full size. The ones from the ferry are at the end. Use whatever you like, and tell me which of them you would like printed.', 'gives'],
  ['chidi', null, 8, 'linkedin', 'in', '', 'How did the move go, and did you keep the piano? I am looking for a speaker on looms for the spring workshop, and thought of you first.', 'asks'],
  ['dora', 'tides', 14, 'email', 'in', 'The paper on tidal power', 'The paper on tidal power that I mentioned is out now; I put your name in the acknowledgements, with thanks for the two tables.', 'gives'],
  ['bea', 'agenda', 16, 'email', 'out', 'Re: Agenda for the spring workshop', 'Attached is the agenda with your changes. I left the afternoon open for whoever wants to show something of their own.', 'gives'],
  ['emil', null, 21, 'phone', 'between', '', 'He called about the budget for the exhibition: the museum will pay for the lanterns if we bring the photographs ourselves. I promised to send him those from the workshop.'],
  ['bea', 'agenda', 24, 'email', 'in', 'Agenda for the spring workshop', 'Here is a first agenda for the spring workshop. It is too full, I know. What would you leave out?', 'asks'],
  ['farah', 'lease', 33, 'email', 'in', 'The lease', 'I have read the lease. Clause nine is unusual, but nobody has ever been held to it. You can sign; do keep a copy of the letter about the garden.', 'gives'],
  ['farah', 'lease', 35, 'email', 'out', 'The lease', 'Could you look at the lease once before I sign? It is about clause nine, and about the garden. There is no hurry before Friday.', 'asks'],
  ['emil', 'lanterns', 47, 'chat', 'in', '', 'The lanterns are ready! Come and see them before they go to the museum.'],
  ['emil', 'lanterns', 47, 'chat', 'out', '', 'Tomorrow at five? I shall bring the camera.'],
  ['emil', 'lanterns', 48, 'chat', 'in', '', 'Do you still have the drawings of the small lanterns, the ones with the paper windows?', 'asks'],
  ['ada', null, 61, 'in-person', 'between', '', 'Lunch by the river. She plays the viola again, and is looking for a quartet. She asked after the budget of the society; I said that it holds until the spring.'],
  ['dora', 'tides', 75, 'email', 'out', 'Re: Two tables', 'Both tables are attached, with the readings of last winter. Take whatever is of use; they need no mention.', 'gives'],
  ['chidi', 'jacquard', 96, 'linkedin', 'out', '', 'I thought of your loom when I read this: a museum in Lyon lets visitors punch a card of their own. I can put you in touch with the curator.', 'gives'],
  ['chidi', 'jacquard', 97, 'linkedin', 'in', '', 'Is there anybody you know who restores old looms? The one I was promised has lost half of its cards.', 'asks'],
  ['bea', 'budget', 130, 'email', 'in', 'Budget of the society', 'The budget of the society for the coming year is attached. We can pay two travelling speakers, or one from overseas. Which would you rather hear?', 'asks'],
  ['bea', 'budget', 132, 'email', 'out', 'Budget of the society', 'Before we invite anybody: has somebody looked at the budget since the printing became so dear?', 'asks'],
  ['ada', 'engine', 190, 'email', 'in', 'Re: The seventh number', 'I have gone through your table again and found the slip in the fourth line: the sign, not the method. A corrected copy is attached.', 'gives'],
  ['farah', null, 240, 'video', 'between', '', 'Two hours about the statutes. She will write the new paragraph on the budget herself, and wants nothing for it but the photographs of the first meeting.'],
  ['dora', null, 310, 'sms', 'in', '', 'Running late, the ferry waits for the tide. Start the workshop without me!'],
  ['ada', 'engine', 420, 'email', 'out', 'The seventh number', 'I still do not see why the fourth line must be negative. Could you go through the table once with me?', 'asks'],
  ['emil', 'thanks', 505, 'email', 'in', 'Thank you', 'Thank you for the introduction to the museum. They have asked for twelve lanterns, and it is the largest order I ever had.'],
  ['chidi', null, 640, 'group', 'in', 'Looms and cards, spring meeting', 'Minutes of the spring meeting: the budget was agreed, the library stays open on Sundays, and the workshop moves to May.'],
  ['dora', null, 830, 'email', 'out', 'A recommendation for Fjord Labs', 'Here is the recommendation you asked for. I wrote more than they wanted; cut what is too much, but leave in the part about the tides.', 'gives'],
];

export interface Told {
  interaction: Interaction;
  contact: { id: string; name: string };
  acts: 'asks' | 'gives' | undefined;
}

/** All of it, the newest first. */
export const correspondence: readonly Told[] = letters.map(
  ([id, conversation, days, channel, direction, subject, text, acts], i) => {
    const contact = named(id);
    const spoken = ['phone', 'in-person', 'video'].includes(channel);
    const interaction: Interaction = {
      id: `letter-${i}`,
      kind: spoken ? (channel === 'phone' ? 'call' : 'meeting') : 'message',
      channel,
      direction,
      at: ago(days + i / 48),
      offset_minutes: 0,
      subject,
      text,
      quoted: '',
      signature: '',
      conversation: conversation && `talk-${conversation}`,
      with: [contact],
      is_reply: /^re:/i.test(subject),
      acts: [],
    };
    return { interaction, contact, acts };
  },
);

const passed = correspondence.map((told) => told.interaction);

/** What passed with one of them. */
export const lettersOf = (contact: string): Interaction[] =>
  passed.filter((one) => one.with[0]?.id === contact);

export const letter = (id: string): Interaction | undefined => passed.find((one) => one.id === id);
