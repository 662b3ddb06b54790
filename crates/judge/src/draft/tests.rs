use super::*;
use model::Uid;
use proptest::prelude::*;
use std::sync::Arc;

/// A letter that goes to many, with a slot.
pub(super) const LETTER: &str = "Hi NAME,\n\nour reading circle moves into the old granary this \
    autumn and there is room for six more chairs. We begin with a short novel about a lighthouse \
    and its keeper. Shall I keep one of the chairs for you until Friday?\n\nBest,\nEmre";

/// What the owner has sent so far.
pub(super) struct Desk {
    sent: Vec<Sent>,
    shelf: Arc<Shelf>,
}

impl Desk {
    /// Somebody who has sent [`LETTER`] to these.
    pub(super) fn with_sent<const N: usize>(names: [&str; N]) -> Self {
        Self::with_letter(LETTER, names)
    }

    /// Somebody who has sent a letter, with NAME in it, to these.
    fn with_letter<const N: usize>(letter: &str, names: [&str; N]) -> Self {
        let id = |name: &str| InteractionId(Uid::derived(&[b"sent", name.as_bytes()]));
        let shelf = names.map(|name| (id(name), letter.replace("NAME", name).into()));
        let sent = names.map(|name| Sent {
            interaction: id(name),
            to: [who(name)].into(),
            at: Moment::from_millis(0, None),
            conversation: None,
            answered: None,
            meant: false,
        });
        Self { sent: sent.into(), shelf: Arc::new(Shelf(shelf.into())) }
    }

    /// Says of all of it that it is meant to be the same.
    pub(super) fn mean_it(&mut self) {
        self.sent.iter_mut().for_each(|sent| sent.meant = true);
    }

    fn index(&self) -> SentIndex {
        let texts = || self.sent.iter().map(|sent| &self.shelf.0[&sent.interaction]);
        let sketched = self.sent.iter().cloned().zip(texts().map(|text| Sketch::of(text)));
        let names = ["Ada King", "Bea Okoro"].into_iter().map(str::to_owned);
        let latest = texts().map(|text| &**text);
        SentIndex::new(names, latest, sketched.collect(), self.shelf.clone())
    }

    pub(super) fn check(&self, around: &Surroundings, text: &str) -> Opinion {
        check(&draft(text), around, &self.index(), &Choices::default())
    }
}

fn who(name: &str) -> ContactId {
    ContactId(Uid::derived(&[name.as_bytes()]))
}

fn draft(text: &str) -> Draft<'_> {
    Draft { channel: Channel::Email, subject: "", text, answers: None }
}

pub(super) fn ada() -> Recipient {
    Recipient::unknown(who("Ada"), Name::from_shown("Ada King"))
}

pub(super) fn bea() -> Recipient {
    Recipient::unknown(who("Bea"), Name::from_shown("Bea Okoro"))
}

/// Surroundings with these recipients and nothing else.
pub(super) fn to(recipients: impl IntoIterator<Item = Recipient>) -> Surroundings {
    Surroundings { recipients: recipients.into_iter().collect(), ..Surroundings::default() }
}

pub(super) fn with_others<const N: usize, const O: usize>(
    mut around: Surroundings,
    names: [&str; N],
    organisations: [&str; O],
) -> Surroundings {
    around.others = Others::new(names.into_iter(), organisations.into_iter());
    around
}

fn findings_of(look: Look, around: &Surroundings, text: &str) -> Vec<Finding> {
    let (draft, sent) = (draft(text), SentIndex::default());
    let mut findings = Vec::new();
    look(&Page::read(&draft, around, &sent), &mut findings);
    findings
}

/// What one rule says.
pub(super) fn spoken(look: Look, around: &Surroundings, text: &str) -> Vec<String> {
    findings_of(look, around, text).into_iter().map(|finding| finding.why).collect()
}

/// How heavily one rule speaks.
pub(super) fn weight_of(look: Look, around: &Surroundings, text: &str) -> f32 {
    findings_of(look, around, text).iter().map(|finding| finding.weight).fold(0.0, f32::max)
}

/// The words of all rules that speak of a draft of somebody known to write.
pub(super) fn rules_of(around: &Surroundings, text: &str) -> Vec<&'static str> {
    let mut around = around.clone();
    for recipient in &mut around.recipients {
        recipient.balance.two_way = true;
    }
    let opinion = check(&draft(text), &around, &SentIndex::default(), &Choices::default());
    opinion.findings.iter().map(|finding| finding.rule.word()).collect()
}

/// Looks at a draft with one rule, against the marks written under its lines.
#[track_caller]
pub(super) fn looks(look: Look, around: &Surroundings, page: &str) {
    let typed = page.lines().filter(|line| !line.contains('^'));
    let text = typed.collect::<Vec<_>>().join("\n");
    assert_eq!(annotate(&text, &findings_of(look, around, &text)), page);
}

/// The same under the name a greeting's tests use.
#[track_caller]
pub(super) fn marks(around: &Surroundings, page: &str) {
    looks(mass_greeting::look, around, page);
}

fn annotate(text: &str, findings: &[Finding]) -> String {
    let mut page = String::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let end = start + line.len();
        let width = |bytes: Range<usize>| text.get(bytes).map_or(0, |s| s.chars().count());
        page.push_str(line);
        for finding in findings {
            let span = finding.span.clone().unwrap_or(0..0);
            if (start..end).contains(&span.start) {
                let (pad, mark) = (width(start..span.start), width(span.clone()));
                if !page.ends_with('\n') {
                    page.push('\n');
                }
                page.push_str(&format!("{:pad$}{:^>mark$} {}", "", "", finding.rule.word()));
                if end < text.len() {
                    page.push('\n');
                }
            }
        }
        start = end;
    }
    page
}

#[test]
fn a_note_that_takes_up_what_is_known_is_clear() {
    let mut ada = ada();
    ada.notes.push((NoteKind::Interest, "restores looms".into()));
    let text = "Hi Ada,\n\nI passed a workshop in Ghent that still restores looms by hand, and \
        thought of you at once. They take visitors on Thursdays; I took a photograph of the \
        oldest one. Shall I send it?\n\nBest,\nEmre";
    let opinion = Desk::with_sent(["chidi", "dora"]).check(&to([ada]), text);
    assert_eq!((opinion.verdict, opinion.findings.len()), (Verdict::Clear, 0));
}

#[test]
fn a_first_letter_that_asks_is_clear() {
    let text = "Hi Ada,\n\nI teach weaving at the evening school and have two pupils who would \
        like to see a real workshop before they decide about an apprenticeship next spring. Could \
        they come by for an hour one afternoon?\n\nKind regards,\nEmre";
    assert_eq!(Desk::with_sent([]).check(&to([ada()]), text).verdict, Verdict::Clear);
}

#[test]
fn the_same_letter_with_a_leftover_and_a_list_is_a_blast() {
    let opinion = Desk::with_sent([]).check(&to([ada()]), "Hi {{first_name}},\nhow are you?");
    assert_eq!(opinion.verdict, Verdict::Blast);
}

#[test]
fn a_rule_switched_off_or_dismissed_keeps_silent() {
    let text = "Hi {{first_name}},\nhow are you?";
    for choices in [
        Choices { off: [Rule::MergeLeftover].into(), ..Choices::default() },
        Choices { dismissed: [Rule::MergeLeftover].into(), ..Choices::default() },
    ] {
        let opinion = check(&draft(text), &to([ada()]), &SentIndex::default(), &choices);
        assert_eq!(opinion.verdict, Verdict::Clear);
    }
}

#[test]
fn an_announcement_may_say_the_same_to_many() {
    let desk = Desk::with_sent(["chidi", "dora", "emre"]);
    let letter = LETTER.replace("NAME", "Ada");
    let announcing = Choices { announcement: true, ..Choices::default() };
    assert_eq!(desk.check(&to([ada()]), &letter).verdict, Verdict::Blast);
    let opinion = check(&draft(&letter), &to([ada()]), &desk.index(), &announcing);
    assert_eq!(opinion.verdict, Verdict::Clear);
}

#[test]
fn the_same_text_in_another_language_is_found_while_content_rules_keep_silent() {
    let german = "Hallo Ada,\n\nunser Lesekreis zieht im Herbst in den alten Speicher und es \
        sind noch sechs Stühle frei. Wir beginnen mit einem kurzen Roman über einen Leuchtturm.";
    let desk = Desk::with_letter(&german.replace("Ada", "NAME"), ["chidi", "dora", "emre"]);
    let opinion = desk.check(&to([ada()]), german);
    assert_eq!(opinion.verdict, Verdict::Blast);
    assert_eq!(opinion.findings[0].rule, Rule::SameText);
}

/// Sentences of every temper, to put letters together from.
const SENTENCES: &[&str] = &[
    "Could you introduce me to your sister?",
    "We help companies like yours grow.",
    "Join our free webinar on Thursday.",
    "The plums are ripe.",
    "Thanks for the photographs!",
    "Book a demo today!",
    "Please ignore this if you are busy.",
    "I saw your talk in Ghent.",
    "our reading circle moves into the old granary this autumn and there is room for six more chairs.",
    "We begin with a short novel about a lighthouse and its keeper.",
    "Wie geht es dir?",
    "☃ é",
    "Unsubscribe here.",
    "I will be late.",
    "Worth a quick call?",
];

fn letter() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(SENTENCES), 0..6).prop_map(|some| some.join(" "))
}

proptest! {
    #[test]
    fn any_text_has_an_opinion_with_places_inside_it(text in "\\PC*|(Hi|\\{\\{|\\}\\}|,|>|\n|%|[a-zé ]|\\.){0,60}") {
        let around = with_others(to([ada(), bea()]), ["Chidi Mora"], ["Zenith"]);
        let opinion = Desk::with_sent(["chidi"]).check(&around, &text);
        for finding in &opinion.findings {
            for span in finding.span.iter().chain(&finding.more) {
                prop_assert!(text.get(span.clone()).is_some());
            }
        }
        prop_assert_eq!(opinion, Desk::with_sent(["chidi"]).check(&around, &text));
    }

    #[test]
    fn greeting_signature_and_history_never_make_a_clear_draft_a_blast(
        text in letter(),
        greeting in prop::sample::select(&["Hi Ada,\n\n", "Dear all,\n\n", "Hello,\n", ""][..]),
        closing in prop::sample::select(&["\n\nBest regards,\nEmre", "\n\n-- \nEmre Aydin\nBook a demo: example.org", ""][..]),
        history in letter(),
    ) {
        let desk = Desk::with_sent(["chidi", "dora", "fay"]);
        let bare = desk.check(&to([ada()]), &text);
        let quoted = format!("\n\nOn Monday Ada King wrote:\n> {history}");
        let dressed = desk.check(&to([ada()]), &format!("{greeting}{text}{closing}{quoted}"));
        prop_assert!(bare.verdict != Verdict::Clear || dressed.verdict != Verdict::Blast, "{dressed:?}");
    }
}
