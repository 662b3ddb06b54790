//! What a message says: words, media, a call, or nothing that somebody said.

use super::header::is_invisible;
use super::words;
use crate::chat;

/// The mark before what WhatsApp writes by itself (on an iPhone).
const MARK: char = '\u{200E}';

/// What a message turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// Words, or what stands for media.
    Words(String),
    /// A call, on a screen or not.
    Call {
        /// On a screen.
        video: bool,
    },
    /// Deleted, or media of which nothing is known.
    Nothing,
    /// A notice by WhatsApp itself.
    Notice,
}

/// What somebody said.
pub(super) fn by_somebody(text: &str) -> Said {
    let is_marked = text.starts_with(MARK);
    let (text, was_edited) = without_edited(text);
    let bare = bare(&text);
    let small = bare.to_lowercase();
    if is_gone(&small) || is_omitted(&small) {
        return Said::Nothing;
    }
    if let Some(video) = call(&small, is_marked) {
        return Said::Call { video };
    }
    let media = poll(&text).or_else(|| place(&small)).or_else(|| attached(&text));
    if let Some(words) = media.or_else(|| omitted(&bare, &small)) {
        return Said::Words(words);
    }
    match bare.is_empty() {
        true => Said::Nothing,
        false if is_marked && !was_edited => Said::Notice,
        false => Said::Words(bare),
    }
}

/// A line without a sender: a call, or a notice.
pub(super) fn by_nobody(text: &str) -> Said {
    let small = bare(text).to_lowercase();
    let mut calls = words::MISSED.iter();
    match calls.find(|(words, _)| small.starts_with(words)) {
        Some((_, video)) => Said::Call { video: *video },
        None => Said::Notice,
    }
}

/// Whether a message that begins so is a notice, though it has a sender.
pub(super) fn begins_a_notice(text: &str) -> bool {
    let small = bare(text).to_lowercase();
    let is_poll = words::POLL.iter().any(|mark| small.starts_with(mark));
    !is_poll && by_somebody(text) == Said::Notice
}

/// The text without characters that have no width, save those that join letters and emoji.
pub(super) fn bare(text: &str) -> String {
    let is_joiner = |c| matches!(c, '\u{200C}' | '\u{200D}');
    let seen: String = text.chars().filter(|c| !is_invisible(*c) || is_joiner(*c)).collect();
    seen.trim().to_owned()
}

fn is_gone(small: &str) -> bool {
    words::GONE.iter().any(|words| {
        let rest = small.strip_prefix(words).map(|rest| rest.trim_end_matches('.'));
        // "… by admin Ada", "Waiting for this message. This may take a while."
        rest.is_some_and(|rest| {
            let goes_on = rest.contains("admin") || rest.starts_with(". ");
            rest.is_empty() || goes_on && *words != "null" && rest.len() < 120
        })
    })
}

fn is_omitted(small: &str) -> bool {
    let inside = small.strip_prefix('<').and_then(|rest| rest.strip_suffix('>'));
    inside.is_some_and(|inside| words::OMITTED.contains(&inside))
}

/// The text before the mark of an edited message, and whether there was one.
fn without_edited(text: &str) -> (String, bool) {
    let found = text.trim_end().strip_suffix('>').and_then(|rest| rest.rsplit_once('<'));
    if let Some((before, inside)) = found {
        let inside = bare(inside).to_lowercase();
        if words::EDITED.contains(&inside.trim_end_matches('.')) {
            return (before.to_owned(), true);
        }
    }
    (text.to_owned(), false)
}

fn call(small: &str, is_marked: bool) -> Option<bool> {
    let begins = |(words, video): &(&str, bool)| {
        let rest = small.strip_prefix(words)?;
        let ends = !rest.starts_with(char::is_alphanumeric);
        (ends && (is_marked || rest.is_empty())).then_some(*video)
    };
    let missed = words::MISSED.iter().find_map(begins);
    let called = words::CALLED.iter().filter(|_| is_marked);
    missed.or_else(|| called.filter_map(begins).next())
}

/// The question, without the answers.
fn poll(text: &str) -> Option<String> {
    let mut lines = text.lines().map(bare);
    let first = lines.next()?;
    let small = first.to_lowercase();
    let mark = words::POLL.iter().find(|mark| small.starts_with(*mark))?;
    let question = match small.strip_prefix(mark)?.trim() {
        "" => lines.next()?,
        _ => first.split_once(':')?.1.trim().to_owned(),
    };
    // Its answers stand below, each behind a word and a colon.
    let answer = lines.next()?;
    (!question.is_empty() && answer.contains(": ")).then(|| format!("[poll: {question}]"))
}

fn place(small: &str) -> Option<String> {
    let (before, link) = small.split_once("https://maps.google.com/?q=")?;
    let is_mark = before.trim_end().ends_with(':') && before.len() < 40;
    (is_mark && !link.contains(char::is_whitespace)).then(|| "[location]".to_owned())
}

/// A file that came with the export: its caption, or what stands for it.
fn attached(text: &str) -> Option<String> {
    let (file, caption) = in_angles(text).or_else(|| in_rounds(text))?;
    let caption = bare(&caption);
    // An iPhone tells the name and the pages of a document before it.
    let is_told = caption.starts_with(&file) && caption.contains('•');
    match caption.is_empty() || is_told {
        true => Some(chat::in_brackets(&file)),
        false => Some(caption),
    }
}

/// `<attached: 00000012-Menu.pdf>`, and what stands around it.
fn in_angles(text: &str) -> Option<(String, String)> {
    let mut open = None;
    for (at, bracket) in text.match_indices(['<', '>']) {
        let from = match bracket {
            "<" => {
                open = Some(at);
                continue;
            }
            _ => open.take(),
        };
        let Some(from) = from else { continue };
        let (before, inside) = (text.get(..from)?, text.get(from + 1..at)?);
        let is_marked = before.ends_with(MARK) || text.starts_with(MARK);
        if let Some(file) = file_in(inside, is_marked) {
            return Some((file, format!("{before}{}", text.get(at + 1..)?)));
        }
    }
    None
}

/// The file that is named between angle brackets, without the number that an iPhone gives it.
fn file_in(inside: &str, is_marked: bool) -> Option<String> {
    let (word, file) = inside.split_once(':')?;
    let (word, file) = (bare(word), bare(file));
    let is_word = !word.is_empty() && word.chars().all(|c| c.is_alphabetic() || c == ' ');
    if !is_word || !is_file(&file) || !(is_marked || word == "attached") {
        return None;
    }
    let numbered = file.split_once('-');
    let number = numbered.filter(|(number, _)| number.bytes().all(|b| b.is_ascii_digit()));
    Some(number.map_or(file.as_str(), |(_, name)| name).to_owned())
}

/// `IMG-20220101-WA0001.jpg (file attached)`, the caption below.
fn in_rounds(text: &str) -> Option<(String, String)> {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let first = bare(first);
    let (file, inside) = first.strip_suffix(')')?.rsplit_once(" (")?;
    let is_attached = words::ATTACHED.contains(&inside.to_lowercase().as_str());
    let is_whatsapps = file.contains("-WA") && !file.contains(' ');
    let fits = is_file(file) && (is_attached || is_whatsapps);
    fits.then(|| (file.to_owned(), rest.to_owned()))
}

fn is_file(name: &str) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    (1..=5).contains(&ending.len()) && ending.chars().all(char::is_alphanumeric)
}

/// `image omitted`; `Menu.pdf • 2 pages document omitted`.
fn omitted(bare: &str, small: &str) -> Option<String> {
    let mut sorts = words::OMITTED_SORTS.iter();
    if let Some((told, _)) = sorts.find(|(_, words)| words.contains(&small)) {
        return Some((*told).to_owned());
    }
    let is_file_left_out = words::OMITTED_FILE.iter().any(|words| small.ends_with(words));
    let file = bare.split('•').next().unwrap_or_default().trim();
    (is_file_left_out && bare.contains('•') && is_file(file)).then(|| format!("[file: {file}]"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Said {
        Said::Words(text.to_owned())
    }

    #[test]
    fn words_are_words_without_what_has_no_width() {
        assert_eq!(by_somebody("Tea at \u{2068}four\u{2069}?"), words("Tea at four?"));
        assert_eq!(by_somebody("one\ntwo"), words("one\ntwo"));
        let family = "\u{1F469}\u{200D}\u{1F469}\u{200D}\u{1F467}";
        assert_eq!(by_somebody(family), words(family));
    }

    #[test]
    fn what_is_gone_is_nothing_in_every_language() {
        for text in [
            "This message was deleted.",
            "\u{200E}This message was deleted.",
            "You deleted this message",
            "This message was deleted by admin Ada",
            "Waiting for this message. This may take a while.",
            "Diese Nachricht wurde gelöscht.",
            "Se eliminó este mensaje.",
            "Ce message a été supprimé",
            "Questo messaggio è stato eliminato",
            "Mensagem apagada",
            "<Media omitted>",
            "<Medien ausgeschlossen>",
            "<Multimedia omitido>",
            "<Médias omis>",
            "null",
            "",
        ] {
            assert_eq!(by_somebody(text), Said::Nothing, "{text}");
        }
        assert_eq!(by_somebody("\u{200E}Ada created this group"), Said::Notice);
        let about = "You deleted this message and I saw it";
        assert_eq!(by_somebody(about), words(about));
        assert_eq!(by_somebody("null pointers, again"), words("null pointers, again"));
    }

    #[test]
    fn an_edited_message_keeps_its_words_and_loses_the_mark() {
        for text in [
            "At five then \u{200E}<This message was edited>",
            "At five then <Diese Nachricht wurde bearbeitet.>",
            "At five then <Se editó este mensaje.>",
        ] {
            assert_eq!(by_somebody(text), words("At five then"), "{text}");
        }
        assert_eq!(by_somebody("1 < 2 and 3 > 2"), words("1 < 2 and 3 > 2"));
    }

    #[test]
    fn media_alone_are_told_by_what_they_are() {
        for (text, expected) in [
            ("\u{200E}<attached: 00000012-PHOTO-2022-12-31.jpg>", "[photo]"),
            ("\u{200E}<Anhang: 00000013-AUDIO-2022-12-31.opus>", "[voice message]"),
            ("\u{200E}<adjunto: 00000014-Menu.pdf>", "[file: Menu.pdf]"),
            (
                "Menu.pdf • \u{200E}2 pages \u{200E}<attached: 00000014-Menu.pdf>",
                "[file: Menu.pdf]",
            ),
            ("IMG-20220101-WA0001.jpg (file attached)", "[photo]"),
            ("\u{200E}PTT-20220101-WA0002.opus (archivo adjunto)", "[voice message]"),
            ("VID-20220101-WA0003.mp4 (ek dosya)", "[video]"),
            ("STK-20220101-WA0004.webp (Datei angehängt)", "[sticker]"),
            ("Ada King.vcf (file attached)", "[contact]"),
            ("Menu.pdf (fichier joint)", "[file: Menu.pdf]"),
            ("\u{200E}image omitted", "[photo]"),
            ("\u{200E}Bild weggelassen", "[photo]"),
            ("\u{200E}audio omitido", "[voice message]"),
            ("Menu.pdf • \u{200E}2 pages \u{200E}document omitted", "[file: Menu.pdf]"),
            ("\u{200E}Location: https://maps.google.com/?q=1.5,2.5", "[location]"),
            ("ubicación: https://maps.google.com/?q=1.5,2.5", "[location]"),
        ] {
            assert_eq!(by_somebody(text), words(expected), "{text}");
        }
    }

    #[test]
    fn a_caption_says_more_than_the_photo() {
        for text in [
            "IMG-20220101-WA0001.jpg (file attached)\nThe new lens",
            "The new lens \u{200E}<attached: 00000012-PHOTO-2022-12-31.jpg>",
        ] {
            assert_eq!(by_somebody(text), words("The new lens"), "{text}");
        }
    }

    #[test]
    fn a_poll_is_its_question() {
        for text in [
            "\u{200E}POLL:\nWhere do we meet?\n\u{200E}OPTION: Harbour (2 votes)",
            "ENCUESTA:\nWhere do we meet?\nOPCIÓN: Harbour (2 votos)",
        ] {
            assert_eq!(by_somebody(text), words("[poll: Where do we meet?]"), "{text}");
        }
        assert_eq!(by_somebody("Poll: tea or coffee?"), words("Poll: tea or coffee?"));
    }

    #[test]
    fn calls_are_calls_and_words_about_them_are_words() {
        for (text, video) in [
            ("\u{200E}Missed voice call, \u{200E}Tap to call back", false),
            ("\u{200E}Video call, \u{200E}2 min", true),
            ("\u{200E}Sprachanruf, \u{200E}Keine Antwort", false),
            ("Missed voice call", false),
        ] {
            assert_eq!(by_somebody(text), Said::Call { video }, "{text}");
        }
        assert_eq!(by_somebody("Video call, tomorrow?"), words("Video call, tomorrow?"));
        assert_eq!(by_nobody("Missed video call"), Said::Call { video: true });
        assert_eq!(by_nobody("Ada added Bea"), Said::Notice);
        assert!(begins_a_notice("\u{200E}Ada left"));
        assert!(!begins_a_notice("\u{200E}POLL:"));
        assert!(!begins_a_notice("\u{200E}This message was deleted."));
    }
}
