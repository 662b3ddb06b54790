//! Campaigns: what went to several people in the same words, when, to whom, and who answered.

use super::Span;
use super::compose::RunView;
use super::deed::ContactRef;
use serde::Serialize;
use specta::Type;

/// A campaign in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct CampaignRow {
    /// Its name in the store.
    pub id: String,
    /// What it is called: its subject, or how it begins.
    pub title: String,
    /// The text that its messages share, as one of them fills it.
    pub text: String,
    /// When the first went out.
    pub first_at: String,
    /// When the last went out.
    pub last_at: String,
    /// How many people had it.
    pub people: u32,
    /// How many of them answered.
    pub answered: u32,
    /// The owner said that it is meant to be the same: the check keeps silent about it.
    pub meant: bool,
}

/// A campaign, opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct CampaignPage {
    /// As in the list; its text is the template.
    pub row: CampaignRow,
    /// Where its messages differ, in the template's order.
    pub slots: Vec<SlotView>,
    /// Its messages, the newest first.
    pub messages: Vec<CampaignMessage>,
}

/// A place that is filled differently from message to message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct SlotView {
    /// Where in the template.
    pub span: Span,
    /// What stands there, each once, the most frequent first.
    pub fillings: Vec<String>,
}

/// One message of a campaign.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct CampaignMessage {
    /// Which interaction.
    pub interaction: String,
    /// To whom it went.
    pub contacts: Vec<ContactRef>,
    /// When.
    pub at: String,
    /// When it was answered first.
    pub answered_at: Option<String>,
    /// Its text.
    pub text: String,
    /// Laid beside the template: `draft` speaks of the template, `earlier` of this message.
    pub aligned: Vec<RunView>,
}
