//! One row of the table of messages.

use super::chats::{Chat, Chats, identity, is_machine};
use super::database::Fields;
use super::typedstream;
use crate::chat::{self, MOST_MEMBERS};
use crate::{ArrivingInteraction, Party, Source};
use chrono::DateTime;
use model::{Channel, Identity, InteractionKind, Moment, Role};
use serde_json::{Map, Value};

/// The columns that are asked for, each by its place.
pub(super) const COLUMNS: &[&str] = &[
    "guid",
    "text",
    "attributedBody",
    "handle_id",
    "date",
    "is_from_me",
    "service",
    "subject",
    "account",
    "destination_caller_id",
    "associated_message_type",
    "item_type",
    "is_system_message",
    "is_service_message",
    "date_retracted",
    "is_audio_message",
    "thread_originator_guid",
    "date_edited",
];

const GUID: usize = 0;
const TEXT: usize = 1;
const BODY: usize = 2;
const HANDLE: usize = 3;
const DATE: usize = 4;
const FROM_ME: usize = 5;
const SERVICE: usize = 6;
const SUBJECT: usize = 7;
const ACCOUNT: usize = 8;
const CALLED: usize = 9;
const ASSOCIATED: usize = 10;
/// Columns of which each says that nobody wrote this: somebody joined, the group was named, the
/// message was taken back.
const NOBODYS: [usize; 4] = [11, 12, 13, 14];
const AUDIO: usize = 15;
const ORIGINATOR: usize = 16;

/// Reactions to a message and their taking back.
const REACTIONS: std::ops::Range<i64> = 2000..4000;
/// What stands in a text where an attachment lies.
const OBJECT: char = '\u{FFFC}';
/// From 1970 to 2001, in seconds.
const TO_2001: i64 = 978_307_200;
/// Counted in seconds this is beyond the year 30000, counted in nanoseconds it is minutes.
const LEAST_NANOS: i64 = 1_000_000_000_000;

/// What a row turned out to be.
pub(super) enum Outcome {
    /// A message, and the owner's address in it.
    Message(Box<ArrivingInteraction>, Option<Identity>),
    /// None that anybody wrote.
    Nobodys,
    /// One whose moment makes no sense.
    Undated,
}

/// Reads one row.
pub(super) fn read(number: i64, row: &Fields<'_, '_>, chats: &Chats) -> Outcome {
    let is_reaction = row.number(ASSOCIATED).is_some_and(|sort| REACTIONS.contains(&sort));
    let is_nobodys = NOBODYS.iter().any(|column| row.is_set(*column));
    if is_reaction || is_nobodys || chats.is_deleted(number) {
        return Outcome::Nobodys;
    }
    let text = text(number, row, chats);
    if text.is_empty() && row.text(SUBJECT).is_empty() {
        return Outcome::Nobodys;
    }
    let Some(moment) = row.number(DATE).and_then(moment) else {
        return Outcome::Undated;
    };
    let own = own_address(row);
    let chat = chats.of_message(number, row.number(HANDLE).unwrap_or_default());
    let (from, others) = parties(row, &chat, chats, own.as_ref());
    let message = ArrivingInteraction {
        kind: if chat.is_group { InteractionKind::GroupPost } else { InteractionKind::Message },
        channel: channel(&row.text(SERVICE)),
        subject: row.text(SUBJECT),
        text,
        automated: !row.is_set(FROM_ME) && is_machine(&from),
        others,
        from_owner: Some(row.is_set(FROM_ME)),
        conversation: chat.key,
        conversation_title: if chat.is_group { chat.title } else { String::new() },
        native_id: row.text(GUID),
        answers: Some(row.text(ORIGINATOR)).filter(|id| !id.is_empty()).into_iter().collect(),
        raw: raw(row),
        ..chat::message(Source::Imessage, moment, from)
    };
    Outcome::Message(Box::new(message), own)
}

/// The words; an edited message's are the last ones. Without words, what was attached.
fn text(number: i64, row: &Fields<'_, '_>, chats: &Chats) -> String {
    let bare = |text: String| text.replace(OBJECT, "").trim().to_owned();
    let plain = bare(row.text(TEXT));
    let words = match plain.is_empty() {
        true => bare(typedstream::text(row.bytes(BODY)).unwrap_or_default()),
        false => plain,
    };
    match words.is_empty() {
        true if row.is_set(AUDIO) => "[voice message]".to_owned(),
        true => chats.marks(number),
        false => words,
    }
}

/// Seconds since 2001, or nanoseconds.
fn moment(date: i64) -> Option<Moment> {
    let millis = match date {
        ..=0 => return None,
        1..LEAST_NANOS => date.checked_mul(1000)?,
        LEAST_NANOS.. => date / 1_000_000,
    };
    let at = DateTime::from_timestamp_millis(millis.checked_add(TO_2001 * 1000)?)?;
    Some(Moment::utc(at))
}

/// The owner's own address: where a message came to or went from.
fn own_address(row: &Fields<'_, '_>) -> Option<Identity> {
    let account = row.text(ACCOUNT);
    // `E:` stands before an e-mail address and `P:` before a number.
    let account = account.split_once(':').map_or(account.as_str(), |(_, address)| address);
    identity(&row.text(CALLED)).or_else(|| identity(account))
}

fn parties(
    row: &Fields<'_, '_>,
    chat: &Chat,
    chats: &Chats,
    own: Option<&Identity>,
) -> (Party, Vec<(Role, Party)>) {
    let owner = Party { identities: own.cloned().into_iter().collect(), ..Party::default() };
    let handle = row.number(HANDLE).unwrap_or_default();
    let role = if chat.is_group { Role::With } else { Role::To };
    let is_from_me = row.is_set(FROM_ME);
    let sender = match (is_from_me, chat.members.as_slice()) {
        (false, [only]) if handle == 0 => *only,
        (false, _) => handle,
        (true, _) => 0,
    };
    let members = chat.members.iter().filter(|member| is_from_me || **member != sender);
    let mut others: Vec<(Role, Party)> =
        members.map(|member| (role, chats.party(*member, chat))).collect();
    if is_from_me && others.is_empty() && !chat.is_group {
        others.push((role, chats.party(handle, chat)));
    }
    if others.len() > MOST_MEMBERS {
        others.clear();
    }
    match is_from_me {
        true => (owner, others),
        false => {
            let known = Some(owner).filter(|owner| !owner.identities.is_empty());
            others.extend(known.map(|owner| (role, owner)));
            (chats.party(sender, chat), others)
        }
    }
}

fn channel(service: &str) -> Channel {
    match service.to_lowercase().as_str() {
        "sms" | "mms" | "rcs" => Channel::Sms,
        _ => Channel::Chat,
    }
}

/// The row as it stood, in JSON, without bytes.
fn raw(row: &Fields<'_, '_>) -> Vec<u8> {
    let told = COLUMNS.iter().enumerate().filter_map(|(column, name)| {
        let value = match row.number(column) {
            Some(number) => Value::from(number),
            None if column == BODY => return None,
            None => Value::from(row.text(column)),
        };
        let is_told = value.as_str() != Some("");
        is_told.then(|| ((*name).to_owned(), value))
    });
    Value::from(told.collect::<Map<String, Value>>()).to_string().into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_and_nanoseconds_are_told_apart() {
        let expected = "2023-11-14T22:13:20+00:00";
        for date in [721_692_800, 721_692_800_000_000_000] {
            assert_eq!(moment(date).unwrap().at.to_rfc3339(), expected);
        }
        assert_eq!(moment(0), None);
        assert_eq!(moment(-5), None);
        assert!(moment(i64::MAX).is_some());
    }

    #[test]
    fn columns_stand_where_they_are_looked_for() {
        for (place, name) in [
            (GUID, "guid"),
            (BODY, "attributedBody"),
            (FROM_ME, "is_from_me"),
            (CALLED, "destination_caller_id"),
            (ASSOCIATED, "associated_message_type"),
            (AUDIO, "is_audio_message"),
            (ORIGINATOR, "thread_originator_guid"),
        ] {
            assert_eq!(COLUMNS[place], name);
        }
        let nobodys = NOBODYS.map(|place| COLUMNS[place]);
        assert_eq!(
            nobodys,
            ["item_type", "is_system_message", "is_service_message", "date_retracted"]
        );
    }
}
