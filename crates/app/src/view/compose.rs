//! The desk: a draft, what matters of its recipients, and what the check says.

use super::Span;
use super::contact::{IdentityView, NoteView, PromiseView};
use super::deed::ContactRef;
use super::review::BalanceView;
use super::timeline::InteractionView;
use judge::draft::Run;
use serde::{Deserialize, Serialize};
use specta::Type;

/// A draft.
#[derive(Clone, Debug, Serialize, Type)]
pub struct DraftView {
    /// Its uid.
    pub id: String,
    /// Whom it goes to.
    pub recipients: Vec<ContactRef>,
    /// By what.
    pub channel: String,
    /// The conversation it answers.
    pub answers: Option<String>,
    /// Subject.
    pub subject: String,
    /// Body.
    pub text: String,
    /// When it was last touched.
    pub changed_at: String,
}

/// A draft, as typed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, Type)]
pub struct DraftForm {
    /// Its uid; empty for a new one.
    pub id: String,
    /// Whom it goes to.
    pub recipients: Vec<String>,
    /// By what; empty: what was last used with the first recipient.
    pub channel: String,
    /// The conversation it answers.
    pub answers: Option<String>,
    /// Subject.
    pub subject: String,
    /// Body.
    pub text: String,
}

/// A draft on the desk, with its recipients.
#[derive(Clone, Debug, Serialize, Type)]
pub struct Desk {
    /// The draft.
    pub draft: DraftView,
    /// What matters now of each recipient.
    pub cards: Vec<RecipientCard>,
    /// What the check says of it as it stands.
    pub opinion: OpinionView,
    /// Rules that were dismissed for this draft.
    pub silenced: Vec<SilencedRule>,
    /// The owner has said that this is an announcement.
    pub announcement: bool,
}

/// A rule that was dismissed for one draft.
#[derive(Clone, Debug, Serialize, Type)]
pub struct SilencedRule {
    /// Its word.
    pub rule: String,
    /// Its title.
    pub title: String,
}

/// What matters now of a recipient.
#[derive(Clone, Debug, Serialize, Type)]
pub struct RecipientCard {
    /// Who.
    pub contact: ContactRef,
    /// Where they are.
    pub organisation: String,
    /// As what.
    pub title: String,
    /// Addresses.
    pub identities: Vec<IdentityView>,
    /// The last thing that passed.
    pub last: Option<InteractionView>,
    /// Who wrote last: `in`, `out`, or nothing.
    pub wrote_last: Option<String>,
    /// The owner's messages since they last wrote.
    pub unanswered: u32,
    /// Their question that waits for an answer.
    pub open_question: Option<Quote>,
    /// The owner's promises that are open: kept ones from the card and what the owner wrote.
    pub open_promises: Vec<PromiseView>,
    /// A promise in the owner's own last messages.
    pub promised: Option<Quote>,
    /// Notes with source and age.
    pub notes: Vec<NoteView>,
    /// Asks and gives.
    pub balance: BalanceView,
    /// Nothing is to be sent.
    pub do_not_contact: bool,
    /// Where their profile opens.
    pub profile_link: Option<String>,
}

/// A sentence somebody wrote.
#[derive(Clone, Debug, Serialize, Type)]
pub struct Quote {
    /// In which interaction.
    pub interaction: String,
    /// When.
    pub at: String,
    /// The sentence.
    pub text: String,
}

/// What the check says.
#[derive(Clone, Debug, Serialize, Type)]
pub struct OpinionView {
    /// `clear`, `look`, `blast`.
    pub verdict: String,
    /// The reason in one sentence; empty when clear.
    pub because: String,
    /// The weightiest first.
    pub findings: Vec<FindingView>,
}

/// One finding.
#[derive(Clone, Debug, Serialize, Type)]
pub struct FindingView {
    /// The rule's word.
    pub rule: String,
    /// The rule's title.
    pub title: String,
    /// Why a reader minds, about this draft.
    pub why: String,
    /// Where in the draft.
    pub span: Option<Span>,
    /// Further places in the draft where the same rule speaks.
    pub more: Vec<Span>,
    /// Places in the draft that differ from copy to copy, as a mail merge fills them.
    pub slots: Vec<Span>,
    /// Earlier messages that show it.
    pub evidence: Vec<EvidenceView>,
    /// The campaign that the earlier messages belong to, where they make one.
    pub campaign: Option<String>,
    /// How many people had it, those beyond the evidence included.
    pub people: u32,
    /// How many of them answered.
    pub answered: u32,
}

/// An earlier message.
#[derive(Clone, Debug, Serialize, Type)]
pub struct EvidenceView {
    /// Which.
    pub interaction: String,
    /// To whom, by name.
    pub to: String,
    /// To whom.
    pub contacts: Vec<ContactRef>,
    /// When.
    pub at: String,
    /// How much of the draft is in it, 0 to 1.
    pub likeness: f32,
    /// Its text.
    pub text: String,
    /// What it has in common with the draft, and where the two differ, in the draft's order.
    pub aligned: Vec<RunView>,
    /// Somebody who had it answered.
    pub answered: bool,
}

/// A stretch of two texts laid side by side: of a draft (or a campaign's template) and of a
/// message that went out before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
pub struct RunView {
    /// Where in the draft or the template; empty where it has nothing of the kind.
    pub draft: Span,
    /// Where in the earlier message; empty where it has nothing of the kind.
    pub earlier: Span,
    /// Whether the two say the same there.
    pub kind: RunKind,
}

impl RunView {
    /// A stretch of two texts.
    pub(crate) fn of(draft: &str, earlier: &str, run: &Run) -> Self {
        Self {
            draft: Span::of(draft, &run.draft),
            earlier: Span::of(earlier, &run.earlier),
            kind: if run.same { RunKind::Same } else { RunKind::Slot },
        }
    }
}

/// What two texts are to each other in one stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum RunKind {
    /// The same words.
    Same,
    /// Filled differently.
    Slot,
}

/// How a draft leaves the house.
#[derive(Clone, Debug, Serialize, Type)]
pub struct HandOver {
    /// The text to copy.
    pub text: String,
    /// The ways to each recipient, one by one: nobody sees who else it goes to.
    pub ways: Vec<Way>,
}

/// How a draft reaches one recipient.
#[derive(Clone, Debug, Serialize, Type)]
pub struct Way {
    /// Whom.
    pub contact: ContactRef,
    /// Opens the mail program with everything filled in, where an address is known.
    pub mailto: Option<String>,
    /// Opens their LinkedIn page, where it is known.
    pub linkedin: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_is_told_in_the_units_of_its_own_text() {
        let (draft, earlier) = ("😀 Hi Ada", "Hi Bea");
        let slot = RunView::of(draft, earlier, &Run { draft: 8..11, earlier: 3..6, same: false });
        assert_eq!((slot.draft, slot.earlier), (Span(6, 9), Span(3, 6)));
        assert_eq!(slot.kind, RunKind::Slot);
        let same = RunView::of(draft, earlier, &Run { draft: 5..7, earlier: 0..2, same: true });
        assert_eq!((same.draft, same.kind), (Span(3, 5), RunKind::Same));
    }
}
