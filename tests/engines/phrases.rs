//! What invented people say, by what it does.

use crate::habits::Pool;

pub(crate) const ASKS: Pool = &[
    "Could you look over my grant application before Friday?",
    "Would you introduce me to your publisher?",
    "Can you send me your old slides about tides?",
    "Please send me the address of the printer you used.",
    "I need a reference from you by Monday.",
    "Can you share my post about the kiln with your network?",
    "Do you know anybody who lets a room near the harbour?",
    "Would you be willing to sit on our panel in May?",
    "Please let me know whether your office could sponsor the regatta.",
    "Could I borrow your projector over the weekend?",
    "Would you mind writing a few lines about my book?",
    "Can you tell me whom to ask about the permit?",
];

pub(crate) const HINTS: Pool = &[
    "We are still short of a keynote speaker for the autumn meeting.",
    "I was wondering whether your firm sponsors events like ours.",
    "It would be great if somebody from your team could take the minutes.",
    "I would appreciate a word with the people at the museum.",
    "I'd love to pick your brain about pricing next week.",
    "We are looking for volunteers for the stall on Saturday.",
];

pub(crate) const KIND_THEN_ASKS: Pool = &[
    "I hope you are well. Could you put in a good word for me with the board?",
    "What a summer! I have a small favour to ask: can you sign the attached form?",
    "I hope the move went well. Would you send me the names of your suppliers?",
    "Happy new year! Could you have a look at my application?",
    "It was good to see you in Ghent. Please send me the contact of your agent.",
];

pub(crate) const BOOKINGS: Pool = &[
    "Do you have fifteen minutes this week to talk about our new service?",
    "Would you be open to a short call about a role in our team?",
    "Can we meet on Thursday to go through our offer?",
    "Please vote for our start-up here: https://example.org/vote",
    "Could you fill in our survey? It takes five minutes: https://example.org/survey",
];

pub(crate) const GIVES: Pool = &[
    "Saw this piece on tidal power and thought of you: https://example.org/tides",
    "Attached are the notes you were looking for, with my comments.",
    "Let me introduce you to Dora, who repairs harpsichords.",
    "I have put you on the guest list for the opening.",
    "I can help you with the move on Saturday.",
];

pub(crate) const NEWS: Pool = &[
    "I moved to the coast in May and the garden is in flower.",
    "We sold two prints at the exhibition.",
    "The boat is back in the water and the new mast holds.",
    "My sister has opened a bakery in Ghent.",
    "The choir sang in the old granary last night and the roof held.",
];

pub(crate) const SMALL_TALK: Pool = &[
    "How are you?",
    "I hope you had a good summer.",
    "How was your week in Lisbon?",
    "Thinking of you and the children.",
];

pub(crate) const CONGRATULATIONS: Pool = &[
    "Happy birthday!",
    "Congratulations on the new house!",
    "Merry Christmas to you and yours!",
    "Well done with the marathon!",
];

pub(crate) const NOTICES: Pool = &[
    "The library will be closed on Monday.",
    "Our spring programme is out: https://example.org/programme",
    "Your order has been shipped and will arrive on Tuesday.",
    "The minutes of the May meeting have been filed.",
];

pub(crate) const OFFERS: Pool = &[
    "Let me know if you have any questions about the boat.",
    "If you need a hand with the fence, I am free on Saturday.",
    "I would be happy to show your pupils the workshop.",
    "Feel free to use the shed while we are away.",
];

pub(crate) const VAGUE: Pool = &[
    "The harbour, then, as ever.",
    "Tuesday rather than Wednesday, I think.",
    "So much for the weather.",
    "The blue one, after all.",
];

pub(crate) const QUOTED: Pool = &[
    "The keys are under the mat.\n\nOn Monday Mara Winter wrote:\n> Could you send me the keys?",
    "It went well, we were home by nine.\n\nOn Friday Mara Winter wrote:\n> Can you call me?",
];

pub(crate) const THANKS: Pool = &[
    "Thank you so much!",
    "Many thanks, that is very kind of you.",
    "Thanks a lot, I owe you one!",
];

/// What the owner opens with.
pub(crate) const OWNERS: Pool = &[
    "How did the exhibition go?",
    "I passed your old street today and the lime trees are in flower.",
    "Are you coming to the regatta?",
];

/// What the owner answers.
pub(crate) const OWNERS_ANSWERS: Pool =
    &["Yes, with pleasure.", "It is attached.", "I have asked her and she will write to you."];
