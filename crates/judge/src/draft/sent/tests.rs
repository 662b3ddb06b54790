use super::*;
use crate::text;
use model::{Channel, Uid};

const LETTER: &str = "Hi Ada,\n\nI saw that Example is growing its network team this spring. \
    We run a small workshop on quiet hiring for people in charge of such teams. \
    Would you have a moment next week to hear how it went elsewhere?\n\nBest,\nDora";

fn who(name: &str) -> ContactId {
    ContactId(Uid::derived(&[name.as_bytes()]))
}

fn which(number: usize) -> InteractionId {
    InteractionId(Uid::derived(&[&number.to_le_bytes()]))
}

fn sent(number: usize, to: &str, text: &str) -> Sent {
    Sent {
        interaction: which(number),
        to: vec![who(to)],
        at: Moment::from_millis(1_000_000 * number as i64, None),
        conversation: None,
        text: text.to_owned(),
    }
}

fn index(texts: &[(&str, &str)]) -> SentIndex {
    let names = ["Ada King", "Bea Okoro", "Chidi Mora", "Example", "Zenith"];
    let mut index = SentIndex::new(names.into_iter().map(str::to_owned));
    for (number, (to, text)) in texts.iter().enumerate() {
        index.add(sent(number, to, text));
    }
    index
}

fn draft(text: &str) -> Draft<'_> {
    Draft { channel: Channel::Email, subject: "", text, answers: None }
}

#[test]
fn the_same_letter_with_names_swapped_is_wholly_alike() {
    let index = index(&[("ada", LETTER)]);
    let other = LETTER.replace("Ada", "Bea").replace("Example", "Zenith");
    let found = index.like(&draft(&other), &[who("bea")]);
    assert_eq!(found.len(), 1);
    assert!(found[0].likeness > 0.99 && found[0].to_others);
    assert_eq!((found[0].sentences, found[0].of), (3, 3));
    let span = found[0].span.clone().unwrap();
    assert!(other.get(span).unwrap().starts_with("I saw"));
}

#[test]
fn half_a_letter_is_already_found() {
    let index = index(&[("ada", LETTER)]);
    let body = text::own_part(LETTER);
    let half = LETTER.get(..body.start + body.len() / 2).unwrap();
    let found = index.like(&draft(half), &[who("bea")]);
    assert!(found[0].likeness > 0.9, "{}", found[0].likeness);
}

#[test]
fn a_reordered_and_extended_letter_is_found() {
    let index = index(&[("ada", LETTER)]);
    let other = "Hello Chidi,\nit has been raining here for days. We run a small workshop on quiet \
        hiring for people in charge of such teams. I saw that Zenith is growing its whole network \
        team this spring. Do you have a moment next week to hear how it went elsewhere?";
    let found = index.like(&draft(other), &[who("chidi")]);
    assert!(found[0].likeness > 0.7, "{}", found[0].likeness);
}

#[test]
fn another_letter_is_not_alike() {
    let index = index(&[("ada", LETTER)]);
    let other = "Hi Bea,\n\nthe photographs of your garden made my week. When do the plums ripen? \
        I would like to bring Chidi if you have a moment next week.\n\nBest,\nDora";
    assert!(index.like(&draft(other), &[who("bea")]).is_empty());
}

#[test]
fn small_talk_is_everybodys() {
    let short = "Thanks, see you then!";
    let polite = "Thank you so much for this, please let me know if you have any questions.";
    let index = index(&[("ada", short), ("bea", polite)]);
    assert!(index.like(&draft(short), &[who("chidi")]).is_empty());
    assert!(index.like(&draft(polite), &[who("chidi")]).is_empty());
}

#[test]
fn a_reply_in_the_same_conversation_is_no_copy() {
    let conversation = ConversationId(Uid::derived(&[b"talk"]));
    let mut index = index(&[]);
    let mut first = sent(1, "ada", LETTER);
    first.conversation = Some(conversation);
    index.add(first);
    let mut reply = draft(LETTER);
    assert_eq!(index.like(&reply, &[who("ada")]).len(), 1);
    reply.answers = Some(conversation);
    assert!(index.like(&reply, &[who("ada")]).is_empty());
}

#[test]
fn sent_again_to_the_same_person_went_to_no_other() {
    let index = index(&[("ada", LETTER)]);
    assert!(!index.like(&draft(LETTER), &[who("ada")])[0].to_others);
}

#[test]
fn the_history_under_a_message_does_not_count() {
    let index = index(&[("ada", LETTER)]);
    let body = text::own_part(LETTER);
    let quoted = LETTER.get(body).unwrap();
    let reply =
        format!("Hi Ada,\nfine with me, Tuesday suits.\n\nOn Monday Ada wrote:\n> {quoted}");
    assert!(index.like(&draft(&reply), &[who("bea")]).is_empty());
}

/// Ten words that no other number has.
fn unlike(number: usize) -> String {
    let letter = |n: usize| char::from(b'a' + u8::try_from(n % 26).unwrap());
    let word = |k: usize| {
        ["t", "qu", "dr", "v"]
            .map(|head| format!("{head}{}{}{}", letter(number), letter(number / 26 + k), letter(k)))
            .join(" ")
    };
    [word(1), word(2), word(3)].join(" ")
}

const STANDING_LINE: &str = "My workshop has moved to the old granary behind the northern station.";

#[test]
fn a_standing_line_is_set_aside() {
    let mut index = index(&[]);
    for number in 0..40 {
        index.add(sent(number, "ada", &format!("{}. {STANDING_LINE}", unlike(number))));
    }
    let fresh = format!("Did the violin survive? {STANDING_LINE}");
    assert!(index.like(&draft(&fresh), &[who("bea")]).is_empty());
}

#[test]
fn a_campaign_in_many_versions_is_no_standing_line() {
    let mut index = index(&[]);
    let body = text::own_part(LETTER);
    let body = LETTER.get(body).unwrap();
    for number in 0..40 {
        index.add(sent(number, "ada", &format!("{body} {}.", unlike(number))));
    }
    let found = index.like(&draft(LETTER), &[who("bea")]);
    assert!(found.len() >= 20, "{}", found.len());
}

#[test]
fn what_is_removed_is_forgotten_and_leaves_no_trace() {
    let mut index = index(&[("ada", LETTER), ("bea", LETTER)]);
    assert_eq!((index.len(), index.bodies.len()), (2, 1));
    index.remove(which(0));
    assert_eq!(index.like(&draft(LETTER), &[who("chidi")]).len(), 1);
    index.remove(which(1));
    index.remove(which(1));
    assert!(index.is_empty() && index.postings.is_empty() && index.bodies.is_empty());
}

#[test]
fn a_message_added_twice_is_kept_once() {
    let mut index = index(&[("ada", LETTER), ("bea", LETTER)]);
    index.add(sent(0, "ada", LETTER));
    assert_eq!(index.len(), 2);
    assert_eq!(index.like(&draft(LETTER), &[who("chidi")]).len(), 2);
}

#[test]
fn a_campaign_larger_than_boilerplate_does_not_hide_itself() {
    let mut index = index(&[]);
    for number in 0..BOILERPLATE + 10 {
        index.add(sent(number, &format!("contact {number}"), LETTER));
    }
    assert_eq!(index.like(&draft(LETTER), &[who("ada")]).len(), BOILERPLATE + 10);
}

#[test]
fn debug_output_shows_no_letter() {
    assert!(!format!("{:?}", sent(1, "ada", LETTER)).contains("workshop"));
    assert_eq!(format!("{:?}", index(&[("ada", LETTER)])), "SentIndex(1 messages, 1 texts)");
}
