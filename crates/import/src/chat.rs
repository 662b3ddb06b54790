//! What the chats of every program have in common: how a message becomes an interaction, and
//! what stands for media that have no words.

use crate::{ArrivingInteraction, Party, Source};
use model::{Channel, InteractionKind, Moment};

/// The most members of a group that are named with each of its messages.
pub(crate) const MOST_MEMBERS: usize = 12;

/// Whether somebody may have written something in a chat in this year.
pub(crate) const fn is_likely(year: i32) -> bool {
    year >= 2000 && year <= 2100
}

/// A chat's message from one person to another, with nothing in it yet.
pub(crate) fn message(source: Source, moment: Moment, from: Party) -> ArrivingInteraction {
    ArrivingInteraction {
        source,
        kind: InteractionKind::Message,
        channel: Channel::Chat,
        moment,
        subject: String::new(),
        text: String::new(),
        quoted: String::new(),
        signature: String::new(),
        from,
        others: Vec::new(),
        from_owner: None,
        conversation: String::new(),
        conversation_title: String::new(),
        native_id: String::new(),
        answers: Vec::new(),
        automated: false,
        raw: Vec::new(),
    }
}

/// What stands for a file without words, by its name; a photo is no document.
pub(crate) fn in_brackets(file: &str) -> String {
    let ending = file.rsplit_once('.').map_or("", |(_, ending)| ending).to_lowercase();
    match ending.as_str() {
        "jpg" | "jpeg" | "png" | "heic" | "gif" => "[photo]".to_owned(),
        "mp4" | "mov" | "3gp" | "webm" | "mkv" => "[video]".to_owned(),
        "opus" | "ogg" | "m4a" | "amr" | "oga" => "[voice message]".to_owned(),
        "webp" | "tgs" | "was" => "[sticker]".to_owned(),
        "vcf" => "[contact]".to_owned(),
        _ => format!("[file: {file}]"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_told_by_its_ending() {
        assert_eq!(in_brackets("IMG-20220101-WA0001.JPG"), "[photo]");
        assert_eq!(in_brackets("PTT-20220101-WA0002.opus"), "[voice message]");
        assert_eq!(in_brackets("Menu.pdf"), "[file: Menu.pdf]");
        assert_eq!(in_brackets("no ending"), "[file: no ending]");
    }
}
