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
/// Whole words of the part before the `@`, nothing less.
const MACHINES: &[&str] = &[
    "subscriptions",
    "subscription",
    "listmanager",
    "lists",
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

/// First names of hosts from which lists and campaigns are sent.
const SENDING_HOSTS: &[&str] = &[
    "lists",
    "list",
    "listserv",
    "alerts",
    "newsletter",
    "newsletters",
    "mailing",
    "mailings",
    "mailer",
    "bounce",
    "bounces",
    "notifications",
    "notify",
    "promo",
    "offers",
    "marketing",
    "news",
    "campaign",
    "campaigns",
    "lyris",
];
/// What is written under a mail to many, in the languages that were met, lower case.
const FOOTERS: &[&str] = &[
    "to unsubscribe",
    "click here to unsubscribe",
    "unsubscribe here",
    "unsubscribe from",
    "you are currently subscribed",
    "you are receiving this email because",
    "you received this email because",
    "you are receiving this message because",
    "to be removed from",
    "to remove yourself from",
    "do not wish to receive any further",
    "to opt out",
    "opt-out",
    "view this email in your browser",
    "manage your preferences",
    "newsletter abmelden",
    "newsletter abbestellen",
    "vom newsletter abmelden",
    "im browser ansehen",
    "se désabonner",
    "vous désabonner",
    "me désinscrire",
    "se désinscrire",
    "darse de baja",
    "cancelar la suscripción",
    "cancelar suscripción",
    "annulla l'iscrizione",
    "cancella iscrizione",
    "disiscriversi",
    "cancelar a inscrição",
    "cancelar inscrição",
    "descadastrar",
    "uitschrijven",
    "afmelden voor",
];

/// In a text longer than this the mere word gives a mail to many away; a short one may be
/// somebody's wish to be taken off a list.
const SHORTEST_BULK: usize = 600;

/// How many characters are looked at where a mail begins; four times as many where it ends.
const EDGE: usize = 500;

/// Whether a text that answers nobody ends as mails to many end. A mail that was passed on by
/// a person has its footer in the quotation, which is not looked at.
pub(super) fn reads_as_bulk(text: &str, signature: &str) -> bool {
    let lower = format!("{}\n{}\n{signature}", head(text), tail(text)).to_lowercase();
    let speaks_of_it = lower.len() > SHORTEST_BULK && lower.contains("unsubscribe");
    speaks_of_it || FOOTERS.iter().any(|phrase| lower.contains(phrase))
}

/// The first characters, where a mail to many offers to be viewed elsewhere.
fn head(text: &str) -> &str {
    let end = text.char_indices().nth(EDGE).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or_default()
}

/// The last characters, where it offers to stop.
fn tail(text: &str) -> &str {
    let start = text.char_indices().nth_back(4 * EDGE).map_or(0, |(at, _)| at);
    text.get(start..).unwrap_or_default()
}

/// Judges by the headers; `from` is the sender's address in lower case.
pub(super) fn sender(headers: &Headers<'_>, from: &str) -> Sender {
    let (local, host) = from.split_once('@').unwrap_or((from, ""));
    let sends = SENDING_HOSTS.contains(&host.split('.').next().unwrap_or_default());
    if sends || is_unanswered(local) || is_from_a_machine(headers) {
        return Sender::Machine;
    }
    let list = headers.decoded("List-Id");
    let post = headers.decoded("List-Post");
    if !list.is_empty() && post.contains("mailto:") {
        return Sender::List(list_name(&list));
    }
    let marks = ["List-Id", "List-Unsubscribe", "Feedback-ID", "X-Campaign-ID", "X-CampaignID"];
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
        || base.split(['.', '-', '_']).any(|word| MACHINES.contains(&word))
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
        || headers.decoded("Content-Type").to_lowercase().starts_with("multipart/report")
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
