//! Would this draft land as a blast?
//!
//! One rule, one file under `draft/`. A rule is a function from a `Page` (the draft, read
//! once, and its surroundings) to findings; it never fails and never sees another rule's
//! findings. To add one, write the file and list it in `RULES`. How findings make a verdict
//! stands in `verdict.rs`.

use crate::balance::Balance;
use model::{Channel, ContactId, ConversationId, InteractionId, Moment, Name, NoteKind};
use std::collections::BTreeSet;
use std::ops::Range;

mod all_about_me;
mod ask_before_give;
mod broadcast;
pub mod content;
mod cues;
mod disclaimer;
mod do_not_contact;
mod many_recipients;
mod mass_greeting;
mod merge_leftover;
mod no_exchange_yet;
mod nothing_about_them;
mod others;
mod page;
mod pitch;
mod relation;
mod rule;
mod same_text;
mod sent;
mod unanswered;
mod verdict;

pub use nothing_about_them::telling_words;
pub use others::Others;
use page::Page;
pub use rule::Rule;
pub use sent::{
    Beside, Campaign, Copy, PAIR_FIGURES, REUSED, Run, SKETCHES, Sent, SentIndex, Shelf, Sketch,
    Texts, VOICE_SAMPLE, word_hashes,
};

/// How a rule looks at a page.
type Look = fn(&Page<'_>, &mut Vec<Finding>);

/// Every rule with its look, in the order of [`Rule::ALL`].
const RULES: &[(Rule, Look)] = &[
    (Rule::DoNotContact, do_not_contact::look),
    (Rule::MergeLeftover, merge_leftover::look),
    (Rule::SameText, same_text::look),
    (Rule::ManyRecipients, many_recipients::look),
    (Rule::MassGreeting, mass_greeting::look),
    (Rule::Pitch, pitch::look),
    (Rule::Broadcast, broadcast::look),
    (Rule::Disclaimer, disclaimer::look),
    (Rule::AskBeforeGive, ask_before_give::look),
    (Rule::AllAboutMe, all_about_me::look),
    (Rule::NothingAboutThem, nothing_about_them::look),
    (Rule::NoExchangeYet, no_exchange_yet::look),
    (Rule::Unanswered, unanswered::look),
];

/// Rules that an announcement need not mind: it goes to many, and says the same to all.
const ANNOUNCING: &[Rule] =
    &[Rule::SameText, Rule::ManyRecipients, Rule::MassGreeting, Rule::Broadcast];

/// Reads a draft once with every rule that is not switched off.
pub fn check(
    draft: &Draft<'_>,
    around: &Surroundings,
    sent: &SentIndex,
    choices: &Choices,
) -> Opinion {
    let page = Page::read(draft, around, sent);
    let silenced = |rule: &Rule| {
        choices.off.contains(rule)
            || choices.dismissed.contains(rule)
            || (choices.announcement && ANNOUNCING.contains(rule))
    };
    let mut findings = Vec::new();
    for (_, look) in RULES.iter().filter(|(rule, _)| !silenced(rule)) {
        look(&page, &mut findings);
    }
    let said = if silenced(&page.content.rule()) { 0.0 } else { page.content.certainty };
    verdict::of(findings, said, choices.only_blast)
}

/// What is about to be sent.
#[derive(Clone, Copy, Debug)]
pub struct Draft<'a> {
    /// By what.
    pub channel: Channel,
    /// The subject line, perhaps empty.
    pub subject: &'a str,
    /// The body as typed.
    pub text: &'a str,
    /// The conversation it answers.
    pub answers: Option<ConversationId>,
}

/// What is known of the owner and of each recipient, taken once when the draft is opened.
#[derive(Clone, Debug, Default)]
pub struct Surroundings {
    /// The owner's own names ("Ada King", "Ada").
    pub owner_names: Vec<String>,
    /// The owner's own organisations.
    pub owner_organisations: Vec<String>,
    /// Whom it goes to.
    pub recipients: Vec<Recipient>,
    /// Other contacts, for leftovers from another letter.
    pub others: Others,
    /// Now.
    pub now: Option<Moment>,
}

/// One of those it goes to, and what matters of them now.
#[derive(Clone, Debug)]
pub struct Recipient {
    /// Who.
    pub contact: ContactId,
    /// Their name.
    pub name: Name,
    /// Their organisations, the present one first.
    pub organisations: Vec<String>,
    /// Their title.
    pub title: String,
    /// What is noted of them.
    pub notes: Vec<(NoteKind, String)>,
    /// Their last messages to the owner, newest first, a handful.
    pub their_last: Vec<String>,
    /// The owner's last messages to them, newest first, a handful.
    pub owners_last: Vec<String>,
    /// Messages the owner has sent since they last wrote, calls and meetings included as answers.
    pub unanswered: u32,
    /// When the owner last wrote.
    pub last_out_at: Option<Moment>,
    /// When they last wrote.
    pub last_in_at: Option<Moment>,
    /// Asks and gives so far.
    pub balance: Balance,
    /// Nothing is to be sent.
    pub do_not_contact: bool,
}

impl Recipient {
    /// Somebody of whom nothing is known.
    pub fn unknown(contact: ContactId, name: Name) -> Self {
        Self {
            contact,
            name,
            organisations: Vec::new(),
            title: String::new(),
            notes: Vec::new(),
            their_last: Vec::new(),
            owners_last: Vec::new(),
            unanswered: 0,
            last_out_at: None,
            last_in_at: None,
            balance: Balance::default(),
            do_not_contact: false,
        }
    }
}

/// What the owner has chosen about the rules.
#[derive(Clone, Debug, Default)]
pub struct Choices {
    /// Rules switched off.
    pub off: BTreeSet<Rule>,
    /// Rules dismissed for this draft.
    pub dismissed: BTreeSet<Rule>,
    /// The owner has said "this is an announcement": many may have it, and it says the same to all.
    pub announcement: bool,
    /// Only tell when it is a blast.
    pub only_blast: bool,
}

/// An earlier message that shows what a finding says.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// Which.
    pub interaction: InteractionId,
    /// To whom it went.
    pub to: Vec<ContactId>,
    /// When.
    pub at: Moment,
    /// How much of the draft is in it, 0 to 1.
    pub likeness: f32,
    /// Somebody it went to has answered.
    pub answered: bool,
    /// Its text.
    pub text: String,
    /// The draft and the text side by side.
    pub aligned: Vec<Run>,
}

/// How far a text has gone already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Went {
    /// How many people have it, those the draft goes to left out.
    pub people: u32,
    /// How many of the messages were answered.
    pub answered: u32,
    /// The campaign it belongs to, by its first message; nothing where it makes none.
    pub campaign: Option<InteractionId>,
}

/// Something in a draft that a reader would feel.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Which rule speaks.
    pub rule: Rule,
    /// Where, in bytes of [`Draft::text`]; `None` where it is not about one place.
    pub span: Option<Range<usize>>,
    /// Further places where the same rule speaks.
    pub more: Vec<Range<usize>>,
    /// Why a reader minds, in one sentence about this draft.
    pub why: String,
    /// 0 to 1: how heavily it weighs. From 0.8 on it makes a blast alone.
    pub weight: f32,
    /// Earlier messages that show it.
    pub evidence: Vec<Evidence>,
    /// Places of the draft that differ from message to message of a mail merge.
    pub slots: Vec<Range<usize>>,
    /// Whom the same text has reached; nothing where the finding is not about that.
    pub went: Option<Went>,
}

/// How it would land.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// As a letter.
    Clear,
    /// Something to look at again.
    Look,
    /// As a blast.
    Blast,
}

/// What the check says.
#[derive(Clone, Debug, PartialEq)]
pub struct Opinion {
    /// How it would land.
    pub verdict: Verdict,
    /// The reason in one sentence; empty when clear.
    pub because: String,
    /// 0 to 1: what all findings weigh together, told also when the verdict keeps silent.
    pub weight: f32,
    /// The weightiest first; the first three are shown at once. Empty when clear.
    pub findings: Vec<Finding>,
}

#[cfg(test)]
mod tests;
