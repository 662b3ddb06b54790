//! What the engines say of a row.

use super::Judgement;
use super::row::Row;
use judge::balance;
use judge::draft::{self, Choices, Draft, SentIndex, Surroundings, Verdict};
use model::{ActKind, Channel, InteractionKind};

/// What was said of one row.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Said {
    /// How surely what is looked for is there, 0 to 1.
    pub(crate) score: f32,
    /// Whether the product would say so.
    pub(crate) there: bool,
    /// Of blasts: not only "look again" but "blast".
    pub(crate) blast: bool,
    /// The act, where acts are measured.
    pub(crate) class: Option<&'static str>,
}

/// Asks the engine.
pub(crate) fn judge(judgement: Judgement, row: &Row) -> Said {
    match judgement {
        Judgement::Acts => {
            let acts = balance::acts(&row.text, InteractionKind::Message);
            let class = class_of(balance::main_act(&acts));
            Said {
                score: balance::ask_certainty(&row.text),
                there: class == "ask",
                blast: false,
                class: Some(class),
            }
        }
        Judgement::Asks => asked(row),
        Judgement::Blast => landed(row),
    }
}

/// Where the label counts commitments, so does the answer.
fn asked(row: &Row) -> Said {
    let ask = balance::ask_certainty(&row.text);
    let score = if row.commitments { ask.max(balance::promise_certainty(&row.text)) } else { ask };
    Said { score, there: score >= balance::SURE, blast: false, class: None }
}

/// How the text would land, sent by somebody of whom nothing is known to nobody in particular.
fn landed(row: &Row) -> Said {
    let draft =
        Draft { channel: Channel::Email, subject: &row.subject, text: &row.text, answers: None };
    let opinion =
        draft::check(&draft, &Surroundings::default(), &SentIndex::default(), &Choices::default());
    Said {
        score: opinion.weight,
        there: opinion.verdict != Verdict::Clear,
        blast: opinion.verdict == Verdict::Blast,
        class: None,
    }
}

/// The files know no notices: what neither asks nor gives and is not social is a "reply".
fn class_of(act: ActKind) -> &'static str {
    match act {
        ActKind::Ask => "ask",
        ActKind::Give => "give",
        ActKind::Social => "social",
        ActKind::Inform => "reply",
    }
}
