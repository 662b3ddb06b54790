//! What holds for any draft and any message: what is put around a text makes no blast of it,
//! what is cited lies in the text, and the same input gives the same answer.

use crate::habits::Pool;
use crate::phrases::{
    ASKS, BOOKINGS, CONGRATULATIONS, GIVES, HINTS, KIND_THEN_ASKS, NEWS, NOTICES, OFFERS,
    SMALL_TALK, THANKS, VAGUE,
};
use judge::balance;
use judge::draft::{
    Choices, Draft, Opinion, Others, Recipient, Sent, SentIndex, Shelf, Sketch, Surroundings,
    Verdict, check,
};
use model::{Channel, ContactId, InteractionId, InteractionKind, Moment, Name, NoteKind, Uid};
use std::ops::Range;
use std::sync::Arc;
use support::dice::Dice;

/// Drafts tried.
const DRAFTS: usize = 600;

const SAYINGS: &[Pool] = &[
    ASKS,
    BOOKINGS,
    CONGRATULATIONS,
    GIVES,
    HINTS,
    KIND_THEN_ASKS,
    NEWS,
    NOTICES,
    OFFERS,
    SMALL_TALK,
    THANKS,
    VAGUE,
    PITCHES,
    ODD,
    CAMPAIGN,
];

/// What strangers write to lists.
const PITCHES: Pool = &[
    "We help companies like yours grow.",
    "Join our free webinar on Thursday.",
    "Book a demo today!",
    "Please ignore this if it does not apply to you.",
    "Our award-winning platform saves you thousands.",
    "Click here to unsubscribe.",
];

/// What no rule expects.
const ODD: Pool = &["☃ é 日本", "Wie geht es dir?", "{{first_name}}", "…", "\u{200d}🙂", "%", "> "];

/// Sentences that went to many.
const CAMPAIGN: Pool = &[
    "Our reading circle moves into the old granary this autumn and there is room for six more chairs.",
    "We begin with a short novel about a lighthouse and its keeper.",
    "Shall I keep one of the chairs for you until Friday?",
];

const GREETINGS: Pool = &["Hi Ada,\n\n", "Dear all,\n\n", "Hello,\n", "Good morning Ada,\n\n"];

const SIGNATURES: Pool = &[
    "\n\nBest regards,\nMara",
    "\n\nCheers\nMara Winter\nHead of the river office\n+49 30 1234567\nhttps://example.org",
    "\n\n-- \nMara Winter\nBook a demo: example.org/demo\nUnsubscribe: example.org/leave",
    "\n\nMara\n\nThis e-mail is confidential. If you are not the intended recipient, please \
     delete it.",
];

fn id(number: usize) -> Uid {
    Uid::derived(&[&number.to_le_bytes()])
}

/// Some sentences of any sort, or none.
fn letter(dice: &mut Dice) -> String {
    let sentences = (0..dice.below(7)).map(|_| {
        let sayings = SAYINGS[dice.below(SAYINGS.len())];
        dice.one_of(sayings)
    });
    sentences.collect::<Vec<_>>().join(" ")
}

/// What the owner has sent: a campaign, and letters that share its signature.
fn outbox(dice: &mut Dice) -> SentIndex {
    let mut shelf = Shelf::default();
    for number in 0..40 {
        let body = if number % 4 == 0 { CAMPAIGN.join(" ") } else { letter(dice) };
        let (greeting, signature) = (dice.one_of(GREETINGS), dice.one_of(SIGNATURES));
        let text = format!("{greeting}{body}{signature}");
        shelf.0.insert(InteractionId(id(number)), text.into());
    }
    let sent = shelf.0.iter().map(|(interaction, text)| {
        let sent = Sent {
            interaction: *interaction,
            to: [ContactId(interaction.0)].into(),
            at: Moment::from_millis(0, None),
            conversation: None,
            answered: None,
            meant: false,
        };
        (sent, Sketch::of(text))
    });
    let names = ["Ada King", "Mara Winter"].into_iter().map(str::to_owned);
    let latest = shelf.0.values().map(|text| &**text);
    SentIndex::new(names, latest, sent.collect(), Arc::new(shelf.clone()))
}

fn around() -> Surroundings {
    let mut ada = Recipient::unknown(ContactId(id(1)), Name::from_shown("Ada King"));
    ada.notes.push((NoteKind::Interest, "restores looms".to_owned()));
    ada.their_last.push("The loom is back in the workshop.".to_owned());
    Surroundings {
        owner_names: vec!["Mara Winter".to_owned()],
        recipients: vec![ada],
        others: Others::new(["Bea Okoro", "Chidi Mora"].into_iter(), std::iter::empty()),
        ..Surroundings::default()
    }
}

fn opinion(text: &str, index: &SentIndex) -> Opinion {
    let draft = Draft { channel: Channel::Email, subject: "", text, answers: None };
    check(&draft, &around(), index, &Choices::default())
}

/// Every place that an opinion cites.
fn cited(opinion: &Opinion) -> impl Iterator<Item = &Range<usize>> {
    opinion.findings.iter().flat_map(|finding| finding.span.iter().chain(&finding.more))
}

#[test]
fn greeting_signature_and_quoted_history_make_no_blast_of_a_clear_draft() {
    let mut dice = Dice::new(31);
    let index = outbox(&mut dice);
    for _ in 0..DRAFTS {
        let text = letter(&mut dice);
        if opinion(&text, &index).verdict != Verdict::Clear {
            continue;
        }
        let quoted = format!("\n\nOn Monday Ada King wrote:\n> {}", letter(&mut dice));
        let (greeting, signature) = (dice.one_of(GREETINGS), dice.one_of(SIGNATURES));
        for dressed in [
            format!("{greeting}{text}"),
            format!("{text}{signature}"),
            format!("{text}{quoted}"),
            format!("{greeting}{text}{signature}{quoted}"),
        ] {
            let opinion = opinion(&dressed, &index);
            assert_ne!(opinion.verdict, Verdict::Blast, "{dressed:?}\n{opinion:?}");
        }
    }
}

#[test]
fn every_place_that_is_cited_lies_in_the_text() {
    let mut dice = Dice::new(32);
    let index = outbox(&mut dice);
    let mut places = 0;
    for _ in 0..DRAFTS {
        let text = format!("{}{}{}", dice.one_of(GREETINGS), letter(&mut dice), letter(&mut dice));
        let opinion = opinion(&text, &index);
        let acts = balance::acts(&text, InteractionKind::Message);
        for place in cited(&opinion).chain(acts.iter().map(|act| &act.sentence)) {
            assert!(text.get(place.clone()).is_some(), "{place:?} of {text:?}");
            places += 1;
        }
    }
    assert!(places > DRAFTS, "hardly anything was cited: {places}");
}

#[test]
fn the_same_draft_gives_the_same_findings_in_the_same_order() {
    let mut dice = Dice::new(33);
    let texts: Vec<String> = (0..DRAFTS).map(|_| letter(&mut dice)).collect();
    let once = outbox(&mut Dice::new(34));
    let again = outbox(&mut Dice::new(34));
    for text in &texts {
        assert_eq!(opinion(text, &once), opinion(text, &again));
        let acts = || balance::acts(text, InteractionKind::Message);
        assert_eq!(acts(), acts());
    }
}
