//! One mail as an interaction.

use super::automated::{self, Sender};
use super::folder::{self, Folder};
use super::headers::Headers;
use super::{body, date, parties, quote, raw};
use crate::{ArrivingInteraction, Party, Source};
use mail_parser::{Message, MessageParser};
use model::{Channel, Identity, InteractionKind, Moment};

/// What a mail turned out to be.
pub(super) enum Outcome {
    /// A mail.
    Mail(Box<Mail>),
    /// One that lies in a folder whose mails are left out.
    LeftOut(Folder),
    /// No mail; why, in words.
    Unreadable(&'static str),
}

/// A mail with what it says about the owner.
pub(super) struct Mail {
    pub(super) interaction: ArrivingInteraction,
    /// Whether it lies among sent mail.
    pub(super) sent: bool,
    /// To which addresses it was delivered.
    pub(super) delivered_to: Vec<Identity>,
    /// Whether the text goes on where reading stopped.
    pub(super) open_ended: bool,
}

/// How the headers are read; one for all mails of a file.
pub(super) fn parser() -> MessageParser {
    MessageParser::new()
        .with_mime_headers()
        .with_address_headers()
        .header_text(mail_parser::HeaderName::Subject)
        .default_header_raw()
}

/// Reads one mail. `mark` is its postmark, `place` what the file's name says about it.
pub(super) fn read(
    parser: &MessageParser,
    source: &[u8],
    mark: &[u8],
    place: Option<Folder>,
) -> Outcome {
    let Some(message) = parser.parse(source).filter(is_mail) else {
        return Outcome::Unreadable("These lines are no mail; they were left out.");
    };
    let headers = Headers::of(&message);
    let folder = folder::of_mail(&headers).or(place);
    if let Some(folder @ (Folder::Drafts | Folder::Spam | Folder::Trash)) = folder {
        return Outcome::LeftOut(folder);
    }
    let Some(from) = parties::from(&message, &headers) else {
        return Outcome::Unreadable("This mail names no sender; it was left out.");
    };
    let Some(moment) = date::written(&headers, mark) else {
        return Outcome::Unreadable("This mail has no date that makes sense; it was left out.");
    };
    let mut interaction = interaction(&message, &headers, (from, moment));
    if folder == Some(Folder::Chats) {
        interaction.channel = Channel::Chat;
        interaction.conversation = headers.decoded("X-GM-THRID");
    }
    Outcome::Mail(Box::new(Mail {
        sent: folder == Some(Folder::Sent),
        delivered_to: delivered_to(&headers),
        open_ended: ends_in_text(&message),
        interaction,
    }))
}

/// A mail has at least one of the headers that every mail has.
fn is_mail(message: &Message<'_>) -> bool {
    let known = ["from", "to", "date", "subject", "message-id", "received"];
    let mut names = message.headers().iter().map(|header| header.name().to_ascii_lowercase());
    names.any(|name| known.contains(&name.as_str()))
}

fn interaction(
    message: &Message<'_>,
    headers: &Headers<'_>,
    (from, moment): (Party, Moment),
) -> ArrivingInteraction {
    let address = from.identities.first().map(Identity::value).unwrap_or_default();
    let sender = automated::sender(headers, address);
    let parts = quote::take_apart(&body::text_of(message), &from.name);
    let (kind, channel) = match sender {
        Sender::List(_) => (InteractionKind::GroupPost, Channel::Group),
        _ => (InteractionKind::Message, Channel::Email),
    };
    let answers = answers(headers);
    let is_bulk = answers.is_empty() && automated::reads_as_bulk(&parts.text, &parts.signature);
    let automated = sender != Sender::Person || is_bulk;
    ArrivingInteraction {
        source: Source::Mail,
        kind,
        channel,
        moment,
        subject: headers.decoded("Subject"),
        text: parts.text,
        quoted: parts.quoted,
        signature: parts.signature,
        others: parties::others(message, headers),
        from,
        from_owner: None,
        conversation: String::new(),
        conversation_title: match sender {
            Sender::List(name) => name,
            _ => String::new(),
        },
        native_id: headers.message_id(),
        answers,
        automated,
        raw: raw::kept(message),
    }
}

/// References, oldest first, then the mail it replies to.
fn answers(headers: &Headers<'_>) -> Vec<String> {
    let own = headers.message_id();
    let mut ids = headers.ids("References");
    if let Some(parent) = headers.ids("In-Reply-To").into_iter().next() {
        ids.push(parent);
    }
    let mut seen = std::collections::BTreeSet::from([own]);
    let mut kept: Vec<String> =
        ids.into_iter().rev().filter(|id| seen.insert(id.clone())).collect();
    kept.reverse();
    kept
}

fn delivered_to(headers: &Headers<'_>) -> Vec<Identity> {
    let names = ["Delivered-To", "X-Original-To", "Envelope-To", "X-Delivered-To"];
    let mut found: Vec<Identity> = Vec::new();
    for name in names {
        for raw in headers.all(name) {
            let text = String::from_utf8_lossy(raw);
            found.extend(text.split(',').filter_map(Identity::email));
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// Whether the last part of the mail belongs to its text.
fn ends_in_text(message: &Message<'_>) -> bool {
    let last = message.parts.len().saturating_sub(1);
    let last = u32::try_from(last).unwrap_or(u32::MAX);
    message.text_body.contains(&last) || message.html_body.contains(&last)
}
