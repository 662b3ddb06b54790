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

fn sent(number: usize, to: &str) -> Sent {
    Sent {
        interaction: which(number),
        to: [who(to)].into(),
        at: Moment::from_millis(1_000_000 * number as i64, None),
        conversation: None,
        answered: None,
        meant: false,
    }
}

fn index_of(messages: Vec<(Sent, String)>) -> SentIndex {
    let names = ["Ada King", "Bea Okoro", "Chidi Mora", "Example", "Zenith"];
    let shelf = messages.iter().map(|(sent, text)| (sent.interaction, text.as_str().into()));
    let shelf = Arc::new(Shelf(shelf.collect()));
    let sketched = messages.iter().map(|(sent, text)| (sent.clone(), Sketch::of(text))).collect();
    let latest = messages.iter().map(|(_, text)| text.as_str());
    SentIndex::new(names.into_iter().map(str::to_owned), latest, sketched, shelf)
}

fn index(texts: &[(&str, &str)]) -> SentIndex {
    let numbered = texts.iter().enumerate();
    index_of(numbered.map(|(number, (to, text))| (sent(number, to), (*text).to_owned())).collect())
}

fn draft(text: &str) -> Draft<'_> {
    Draft { channel: Channel::Email, subject: "", text, answers: None }
}

#[test]
fn the_same_letter_with_names_swapped_is_wholly_alike() {
    let index = index(&[("ada", LETTER)]);
    let other = LETTER.replace("Ada", "Bea").replace("Example", "Zenith");
    let found = index.like(&draft(&other));
    assert_eq!(found.len(), 1);
    assert!(found[0].certainty > 0.99 && found[0].share > 0.9);
    assert_eq!((found[0].taken.len(), found[0].of), (3, 3));
    assert!(other.get(found[0].taken[0].clone()).unwrap().starts_with("I saw"));
}

#[test]
fn a_name_in_the_middle_is_a_slot_between_runs() {
    let index = index(&[("ada", LETTER)]);
    let other = LETTER.replace("Ada", "Bea").replace("Example", "Zenith");
    let found = index.like(&draft(&other));
    let slots: Vec<(&str, &str)> = found[0]
        .runs
        .iter()
        .filter(|run| !run.same)
        .map(|run| {
            let theirs = found[0].text.get(run.earlier.clone());
            (other.get(run.draft.clone()).unwrap(), theirs.unwrap())
        })
        .collect();
    assert_eq!(slots, [("Zenith", "Example")]);
}

#[test]
fn half_a_letter_is_already_found() {
    let index = index(&[("ada", LETTER)]);
    let body = text::own_part(LETTER);
    let half = LETTER.get(..body.start + body.len() / 2).unwrap();
    let found = index.like(&draft(half));
    assert!(found[0].certainty > 0.9, "{}", found[0].certainty);
}

#[test]
fn a_reordered_and_extended_letter_is_found() {
    let index = index(&[("ada", LETTER)]);
    let other = "Hello Chidi,\nit has been raining here for days. We run a small workshop on quiet \
        hiring for people in charge of such teams. I saw that Zenith is growing its whole network \
        team this spring. Do you have a moment next week to hear how it went elsewhere?";
    let found = index.like(&draft(other));
    assert_eq!((found[0].taken.len(), found[0].of), (3, 4));
}

#[test]
fn another_letter_is_not_alike() {
    let index = index(&[("ada", LETTER)]);
    let other = "Hi Bea,\n\nthe photographs of your garden made my week. When do the plums ripen? \
        I would like to bring Chidi if you have a moment next week.\n\nBest,\nDora";
    assert!(index.like(&draft(other)).is_empty());
    assert!(index.pair(other, LETTER) < REUSED);
}

#[test]
fn small_talk_is_everybodys() {
    let short = "Thanks, see you then!";
    let polite = "Thank you so much for this, please let me know if you have any questions.";
    let index = index(&[("ada", short), ("bea", polite)]);
    assert!(index.like(&draft(short)).is_empty());
    assert!(index.like(&draft(polite)).is_empty());
}

#[test]
fn a_reply_in_the_same_conversation_is_no_copy() {
    let conversation = ConversationId(Uid::derived(&[b"talk"]));
    let first = Sent { conversation: Some(conversation), ..sent(1, "ada") };
    let index = index_of(vec![(first, LETTER.to_owned())]);
    let mut reply = draft(LETTER);
    assert_eq!(index.like(&reply).len(), 1);
    reply.answers = Some(conversation);
    assert!(index.like(&reply).is_empty());
}

#[test]
fn the_history_under_a_message_does_not_count() {
    let index = index(&[("ada", LETTER)]);
    let body = text::own_part(LETTER);
    let quoted = LETTER.get(body).unwrap();
    let reply =
        format!("Hi Ada,\nfine with me, Tuesday suits.\n\nOn Monday Ada wrote:\n> {quoted}");
    assert!(index.like(&draft(&reply)).is_empty());
}

/// Thirty words in sentences that no other number has.
fn unlike(number: usize) -> String {
    let letter = |n: usize| char::from(b'a' + u8::try_from(n % 26).unwrap());
    let word = |k: usize| {
        ["t", "qu", "dr", "v", "pl", "m"]
            .map(|head| format!("{head}{}{}{}", letter(number), letter(number / 26 + k), letter(k)))
            .join(" ")
    };
    [word(1), word(2), word(3)].join(". ")
}

const STANDING_LINE: &str = "My workshop has moved to the old granary behind the northern station.";

#[test]
fn a_standing_line_is_set_aside() {
    let numbers = 0..40;
    let messages = numbers
        .map(|number| (sent(number, "ada"), format!("{}. {STANDING_LINE}", unlike(number))))
        .collect();
    let index = index_of(messages);
    let fresh = format!("Did the violin survive the long journey by boat? {STANDING_LINE}");
    assert!(index.like(&draft(&fresh)).is_empty());
}

#[test]
fn a_campaign_in_many_versions_is_no_standing_line() {
    let body = LETTER.get(text::own_part(LETTER)).unwrap();
    let numbers = 0..40;
    let messages = numbers
        .map(|number| {
            let ps = unlike(number);
            let ps = ps.split(". ").next().unwrap();
            (sent(number, "ada"), format!("{body} {ps}."))
        })
        .collect();
    let index = index_of(messages);
    let found = index.like(&draft(LETTER));
    assert!(found.len() >= 20, "{}", found.len());
}

#[test]
fn a_campaign_is_one_text_however_many_had_it() {
    let numbers = 0..2_500;
    let messages = numbers
        .map(|number| (sent(number, &format!("contact {number}")), LETTER.to_owned()))
        .collect();
    let index = index_of(messages);
    let found = index.like(&draft(LETTER));
    assert_eq!((found.len(), found[0].sent.len()), (1, 2_500));
}

#[test]
fn versions_that_went_to_three_are_a_campaign_and_other_letters_none() {
    let other = LETTER.replace("this spring", "before the summer begins").replace("small", "tiny");
    let alone = unlike(1);
    let index = index(&[("ada", LETTER), ("bea", &other), ("dora", &alone), ("chidi", LETTER)]);
    let campaigns = index.campaigns();
    assert_eq!(campaigns.len(), 1);
    let whose: Vec<InteractionId> = campaigns[0].sent.iter().map(|it| it.interaction).collect();
    assert_eq!(whose, [which(0), which(1), which(3)]);
    assert_eq!(campaigns[0].people().len(), 3);
    let beside = index.beside(LETTER, campaigns[0].sent[1]).unwrap();
    let slots: Vec<&str> = beside
        .runs
        .iter()
        .filter(|run| !run.same)
        .map(|run| beside.text.get(run.earlier.clone()).unwrap())
        .collect();
    assert_eq!(slots, ["before the summer begins", "tiny"]);
}

#[test]
fn debug_output_shows_no_letter() {
    assert!(!format!("{:?}", sent(1, "ada")).contains("workshop"));
    let shown = format!("{:?}", index(&[("ada", LETTER)]));
    assert_eq!(shown, "SentIndex(1 messages, 1 texts)");
}
