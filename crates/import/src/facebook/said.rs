//! One message of either schema: who said what when, and whether it is a message at all.

use super::mojibake::mended;
use crate::json::Ask;
use chrono::DateTime;
use model::Moment;
use serde_json::Value;
use std::collections::HashSet;

/// One message, or one call.
#[derive(Clone, Debug)]
pub(super) struct Said {
    pub(super) moment: Moment,
    /// Who, perhaps empty.
    pub(super) sender: String,
    pub(super) text: String,
    /// For a call: what sort.
    pub(super) call: Option<Call>,
    /// As it stood.
    pub(super) raw: Vec<u8>,
}

/// What sort of call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Call {
    Voice,
    Video,
}

/// Kinds of messages that nobody wrote: somebody joined or left, or something is not shown.
const NOBODYS: &[&str] = &["subscribe", "unsubscribe", "placeholder"];
/// Media by the name of their list, and what stands for them where there are no words.
const MEDIA: &[(&str, &str)] = &[
    ("photos", "[photo]"),
    ("gifs", "[photo]"),
    ("videos", "[video]"),
    ("audio_files", "[voice message]"),
];
/// What Messenger writes behind somebody's name when a group or a chat is set up; only English
/// ones are known.
const NOTICES: &[&str] = &[
    " named the group ",
    " changed the group photo",
    " changed the chat theme",
    " changed the theme to ",
    " set the emoji to ",
    " set the quick reaction to ",
    " set the nickname for ",
    " set your nickname to ",
    " set his own nickname to ",
    " set her own nickname to ",
    " left the group",
    " created the group",
    " pinned a message",
    " turned on disappearing messages",
    " turned off disappearing messages",
    " reacted ",
];

/// What a message says; nothing where it was unsent or where nobody wrote it, and why where it
/// makes no sense.
pub(super) fn of(message: &Value, raw: String) -> Result<Option<Said>, &'static str> {
    let sort = message.text("type").to_lowercase();
    let unsent = message.is_true("is_unsent") || message.is_true("isUnsent");
    if unsent || NOBODYS.contains(&sort.as_str()) {
        return Ok(None);
    }
    let told = message.number("timestamp_ms").or_else(|| message.number("timestamp"));
    let moment =
        told.and_then(moment).ok_or("The date makes no sense; the message was left out.")?;
    let sender = first_of(message, &["sender_name", "senderName"]);
    let content = first_of(message, &["content", "text"]);
    let is_call = message.number("call_duration").is_some() || sort.ends_with("call");
    let call = is_call.then(|| match content.to_lowercase().contains("video") {
        true => Call::Video,
        false => Call::Voice,
    });
    let text = match call {
        Some(_) => String::new(),
        None => text(message, &sender, content),
    };
    let holds_something = call.is_some() || !text.is_empty();
    Ok(holds_something.then(|| Said { moment, sender, text, call, raw: raw.into_bytes() }))
}

/// Milliseconds since 1970, or seconds.
fn moment(told: i64) -> Option<Moment> {
    const LEAST_MILLIS: i64 = 100_000_000_000;
    let millis = if told < LEAST_MILLIS { told.checked_mul(1000)? } else { told };
    let at = DateTime::from_timestamp_millis(millis).filter(|_| millis > 0)?;
    Some(Moment::utc(at))
}

/// The first of these members that says anything, mended.
pub(super) fn first_of(told: &impl Ask, names: &[&str]) -> String {
    let texts = names.iter().map(|name| mended(&told.text(name)));
    texts.into_iter().find(|text| !text.is_empty()).unwrap_or_default()
}

/// The words, and the link that was shared; where there are none, what stands for the media.
fn text(message: &Value, sender: &str, content: String) -> String {
    let link = message.inside("share").map(|share| share.text("link")).unwrap_or_default();
    let media = media(message);
    let is_bare = link.is_empty() && media.is_empty();
    let mut lines = Vec::new();
    if !is_notice(&content, sender) && (is_bare || !is_platforms_phrase(&content, sender)) {
        lines.push(content);
    }
    if !link.is_empty() && !lines.iter().any(|line| line.contains(&link)) {
        lines.push(link);
    }
    lines.retain(|line| !line.is_empty());
    if lines.is_empty() { media.join(" ") } else { lines.join("\n") }
}

/// A reaction or the setting up of a chat, told as if it were a message.
fn is_notice(content: &str, sender: &str) -> bool {
    let is_set_up = behind_name(content, sender)
        .is_some_and(|rest| NOTICES.iter().any(|it| rest.starts_with(it)));
    let is_reaction = content.starts_with("Reacted ") && content.ends_with(" to your message");
    is_set_up || is_reaction || content == "Liked a message"
}

/// What the platform writes where an attachment has no words: "Ada King sent an attachment."
fn is_platforms_phrase(content: &str, sender: &str) -> bool {
    let is_short = |rest: &str| rest.starts_with(' ') && rest.split_whitespace().count() <= 5;
    behind_name(content, sender).is_some_and(|rest| rest.ends_with('.') && is_short(rest))
}

/// What stands behind the sender's name, whole or its first word, or behind "You".
fn behind_name<'c>(content: &'c str, sender: &str) -> Option<&'c str> {
    let first = sender.split(' ').next().unwrap_or_default();
    let names = [sender, first, "You"].into_iter().filter(|name| !name.is_empty());
    names.filter_map(|name| content.strip_prefix(name)).find(|rest| rest.starts_with(' '))
}

/// What stands for the media, each kind once and each file by its name.
fn media(message: &Value) -> Vec<String> {
    let lists = MEDIA.iter().filter(|(list, _)| !message.list(list).is_empty());
    let mut marks: Vec<String> = lists.map(|(_, mark)| (*mark).to_owned()).collect();
    if message.inside("sticker").is_some() {
        marks.push("[sticker]".to_owned());
    }
    marks.extend(uris(message, "files").map(|name| format!("[file: {name}]")));
    marks.extend(uris(message, "media").filter_map(|name| mark_of(&name)));
    let mut seen = HashSet::new();
    marks.retain(|mark| seen.insert(mark.clone()));
    marks
}

/// The names of the files in a list of media.
fn uris(message: &Value, list: &str) -> impl Iterator<Item = String> {
    let all = message.list(list).iter();
    let paths: Vec<String> = all.map(|one| first_of(one, &["uri"])).collect();
    paths.into_iter().filter_map(|path| path.rsplit('/').next().map(str::to_owned))
}

/// What stands for one file of an end-to-end encrypted chat, by the ending of its name; nothing
/// where it has none, as in "Failed to download media".
fn mark_of(name: &str) -> Option<String> {
    let (_, ending) = name.rsplit_once('.')?;
    Some(match ending.to_lowercase().as_str() {
        "jpg" | "jpeg" | "png" | "gif" | "webp" | "heic" => "[photo]".to_owned(),
        "mp4" | "mov" | "webm" => "[video]".to_owned(),
        "ogg" | "opus" | "aac" | "m4a" | "mp3" | "wav" => "[voice message]".to_owned(),
        _ => format!("[file: {name}]"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn read(message: Value) -> Option<Said> {
        of(&message, String::new()).unwrap()
    }

    fn text_of(mut message: Value) -> String {
        message["sender_name"] = json!("Ada King");
        message["timestamp_ms"] = json!(1_700_000_000_123_i64);
        read(message).map(|said| said.text).unwrap_or_default()
    }

    #[test]
    fn media_without_words_are_named_by_their_kind() {
        let uri = json!([{"uri": "messages/inbox/x/a.bin"}, {"uri": "messages/inbox/x/b.bin"}]);
        for (list, mark) in [
            ("photos", "[photo]"),
            ("videos", "[video]"),
            ("audio_files", "[voice message]"),
            ("files", "[file: a.bin] [file: b.bin]"),
        ] {
            assert_eq!(text_of(json!({ list: uri.clone() })), mark);
        }
        assert_eq!(text_of(json!({"sticker": {"uri": "stickers/1.png"}})), "[sticker]");
        assert_eq!(text_of(json!({"photos": uri, "content": "Look"})), "Look");
    }

    #[test]
    fn a_shared_link_stands_below_the_words() {
        let share = json!({"link": "https://example.org/a", "share_text": "Others' words"});
        let words = |content: &str| text_of(json!({"share": share, "content": content}));
        assert_eq!(words("Read this"), "Read this\nhttps://example.org/a");
        assert_eq!(words("https://example.org/a is good"), "https://example.org/a is good");
        assert_eq!(words("Ada King sent an attachment."), "https://example.org/a");
    }

    #[test]
    fn calls_have_no_words() {
        let call = |content: &str, seconds: i64| {
            read(json!({"sender_name": "Ada", "timestamp_ms": 1_700_000_000_000_i64,
                "content": content, "call_duration": seconds}))
            .unwrap()
        };
        assert_eq!(call("Ada called you.", 63).call, Some(Call::Voice));
        assert_eq!(call("You missed a video chat with Ada.", 0).call, Some(Call::Video));
        assert!(call("Ada called you.", 63).text.is_empty());
    }

    #[test]
    fn what_nobody_wrote_is_no_message() {
        for message in [
            json!({"content": "Ada King left the group.", "type": "Unsubscribe"}),
            json!({"content": "x", "is_unsent": true}),
            json!({"text": "x", "isUnsent": true}),
            json!({"content": "Reacted \u{2764} to your message"}),
            json!({"content": "Liked a message"}),
            json!({"content": "Ada King named the group Tea."}),
            json!({"media": [{"uri": "Failed to download media"}]}),
            json!({}),
        ] {
            assert_eq!(text_of(message.clone()), "", "{message}");
        }
    }

    #[test]
    fn a_message_without_a_moment_is_told() {
        for stamp in [json!(null), json!(0), json!(-5), json!(i64::MAX), json!("soon")] {
            let message = json!({"sender_name": "Ada", "timestamp_ms": stamp, "content": "x"});
            assert!(of(&message, String::new()).is_err(), "{message}");
        }
    }
}
