//! A message's words, and what stands for one that has none.

use crate::chat;
use crate::json::Ask;
use serde_json::Value;

/// The words: a text, or a list of texts and of pieces that are set off.
pub(super) fn of(message: &Value) -> String {
    let told = match message.get("text") {
        Some(Value::Array(pieces)) => pieces.iter().map(piece).collect(),
        Some(Value::String(text)) => text.clone(),
        _ => String::new(),
    };
    told.trim().to_owned()
}

fn piece(piece: &Value) -> String {
    if let Value::String(text) = piece {
        return text.clone();
    }
    let (text, link) = (piece.text("text"), piece.text("href"));
    match link.is_empty() || link == text {
        true => text,
        false => format!("{text} ({link})"),
    }
}

/// What stands for media without words, where the export says what it was.
pub(super) fn of_media(message: &Value) -> Option<String> {
    let has = |field: &str| message.get(field).is_some_and(|value| !value.is_null());
    if let Some(poll) = message.get("poll") {
        return Some(format!("[poll: {}]", poll.text("question")));
    }
    let sort = message.text("media_type");
    let mime = message.text("mime_type");
    let told = match sort.as_ref() {
        "sticker" => "[sticker]",
        "voice_message" => "[voice message]",
        "video_message" | "video_file" | "animation" => "[video]",
        _ if has("photo") => "[photo]",
        _ if has("location_information") => "[location]",
        _ if has("contact_information") => "[contact]",
        "" if mime.starts_with("image/") => "[photo]",
        "" if mime.starts_with("video/") => "[video]",
        _ => return file(message),
    };
    Some(told.to_owned())
}

/// A file by its name; where the export left it out, a sentence stands for its path.
fn file(message: &Value) -> Option<String> {
    let path = message.text("file");
    let name = message.text("file_name");
    let last = path.rsplit('/').next().filter(|_| !path.starts_with('(')).unwrap_or_default();
    let name = if name.is_empty() { last } else { &name };
    match message.text("media_type").as_str() {
        "audio_file" if !name.is_empty() => Some(format!("[file: {name}]")),
        _ => (!name.is_empty()).then(|| chat::in_brackets(name)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn pieces_become_one_text_and_a_hidden_link_is_shown() {
        let message = json!({ "text": [
            "See ",
            { "type": "text_link", "text": "the plan", "href": "https://example.org/plan" },
            " and ",
            { "type": "link", "text": "example.org" },
            { "type": "mention_name", "text": " Ada", "user_id": 7 },
            17,
        ]});
        assert_eq!(of(&message), "See the plan (https://example.org/plan) and example.org Ada");
        assert_eq!(of(&json!({ "text": " plain " })), "plain");
        assert_eq!(of(&json!({ "text": null })), "");
    }

    #[test]
    fn media_are_told_by_what_they_are() {
        for (message, told) in [
            (json!({ "photo": "photos/1.jpg" }), Some("[photo]")),
            (json!({ "media_type": "sticker", "file": "stickers/1.webp" }), Some("[sticker]")),
            (json!({ "media_type": "voice_message", "file": "v.ogg" }), Some("[voice message]")),
            (json!({ "media_type": "video_message" }), Some("[video]")),
            (json!({ "file": "files/Menu.pdf" }), Some("[file: Menu.pdf]")),
            (
                json!({ "file": "(File not included.)", "file_name": "M.pdf" }),
                Some("[file: M.pdf]"),
            ),
            (json!({ "file": "(File not included.)" }), None),
            (json!({ "location_information": { "latitude": 1.5 } }), Some("[location]")),
            (json!({ "contact_information": { "first_name": "Ada" } }), Some("[contact]")),
            (json!({ "poll": { "question": "Tea?" } }), Some("[poll: Tea?]")),
            (json!({ "mime_type": "image/png", "file": "files/a" }), Some("[photo]")),
            (json!({}), None),
        ] {
            assert_eq!(of_media(&message).as_deref(), told, "{message}");
        }
    }
}
