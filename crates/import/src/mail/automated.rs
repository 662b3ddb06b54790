//! Lists, newsletters and senders that nobody answers.

use super::headers::Headers;

/// What kind of sender wrote a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Sender {
    /// Somebody.
    Person,
    /// A machine, or somebody writing to many through one.
    Machine,
    /// Somebody writing to a discussion list of that name.
    List(String),
}

/// Words in the part before the `@` behind which nobody reads.
const UNANSWERED: &[&str] = &[
    "noreply",
    "no-reply",
    "no_reply",
    "no.reply",
    "donotreply",
    "do-not-reply",
    "do_not_reply",
    "dontreply",
    "mailer-daemon",
    "postmaster",
    "notification",
    "notify",
    "newsletter",
    "bounce",
    "autoreply",
    "auto-reply",
    "automailer",
    "auto-confirm",
    "nicht-antworten",
    "ne-pas-repondre",
    "no-responder",
    "noresponder",
    "non-rispondere",
    "nao-responda",
    "niet-beantwoorden",
];
/// The whole part before the `@`, nothing less.
const MACHINES: &[&str] = &[
    "alert",
    "alerts",
    "news",
    "updates",
    "mailings",
    "listserv",
    "majordomo",
    "mailman",
    "root",
    "daemon",
    "announce",
    "announcement",
    "announcements",
    "digest",
    "marketing",
    "promo",
    "promotions",
    "offers",
    "specialoffers",
];

/// Judges by the headers; `from` is the sender's address.
pub(super) fn sender(headers: &Headers<'_>, from: &str) -> Sender {
    let local = from.split('@').next().unwrap_or_default().to_lowercase();
    if is_unanswered(&local) || is_from_a_machine(headers) {
        return Sender::Machine;
    }
    let list = headers.decoded("List-Id");
    let post = headers.decoded("List-Post");
    if !list.is_empty() && post.contains("mailto:") {
        return Sender::List(list_name(&list));
    }
    let marks = [
        "List-Id",
        "List-Unsubscribe",
        "Feedback-ID",
        "X-Campaign-ID",
        "X-CampaignID",
    ];
    let precedence = headers.decoded("Precedence").to_lowercase();
    let is_bulk = matches!(precedence.as_str(), "bulk" | "list" | "junk");
    if is_bulk || marks.iter().any(|name| headers.has(name)) {
        return Sender::Machine;
    }
    Sender::Person
}

fn is_unanswered(local: &str) -> bool {
    let base = local.split('+').next().unwrap_or(local);
    UNANSWERED.iter().any(|word| base.contains(word))
        || MACHINES.contains(&base)
        || (base.starts_with("owner-") || base.ends_with("-owner") || base.ends_with("-request"))
}

fn is_from_a_machine(headers: &Headers<'_>) -> bool {
    let submitted = headers.decoded("Auto-Submitted").to_lowercase();
    let precedence = headers.decoded("Precedence").to_lowercase();
    (!submitted.is_empty() && !submitted.starts_with("no"))
        || precedence.starts_with("auto")
        || headers.has("X-Autoreply")
        || headers.has("X-Autorespond")
        || headers.decoded("Return-Path") == "<>"
        || headers
            .decoded("Content-Type")
            .to_lowercase()
            .starts_with("multipart/report")
}

/// `"Engines" <engines.lists.example.org>` is called Engines.
fn list_name(id: &str) -> String {
    let (name, address) = id.split_once('<').unwrap_or((id, ""));
    let name = name.trim().trim_matches('"').trim();
    if !name.is_empty() {
        return name.to_owned();
    }
    let address = address.trim_end_matches('>');
    address.split('.').next().unwrap_or(address).to_owned()
}
