//! English or not, by the small words that no writer can avoid.

use super::{fold_into, word_places};
use crate::hash::{self, Table};
use std::sync::LazyLock;

/// The small words by their hash: English, or not.
static SMALL: LazyLock<Table<u32, bool>> = LazyLock::new(|| {
    let other = OTHER.iter().map(|word| (hash::word(word), false));
    other.chain(ENGLISH.iter().map(|word| (hash::word(word), true))).collect()
});

/// Small words of English that are rare elsewhere.
const ENGLISH: &[&str] = &[
    "the", "and", "you", "your", "is", "are", "was", "were", "of", "to", "it", "that", "this",
    "have", "has", "we", "i", "i'm", "for", "with", "be", "not", "on", "at", "if", "my", "our",
    "will", "would", "can", "could", "from", "but", "what", "when", "do", "don't", "it's", "just",
    "know", "about", "how", "let", "please", "thanks", "hi", "hello", "they", "he", "she", "been",
    "there", "any", "or", "as", "by", "so", "up", "out", "an",
];

/// Small words of other languages written in Latin letters that English does not share.
const OTHER: &[&str] = &[
    // German
    "und",
    "der",
    "das",
    "ich",
    "du",
    "ist",
    "nicht",
    "wir",
    "sie",
    "ein",
    "eine",
    "mit",
    "auf",
    "für",
    "von",
    "dem",
    "zu",
    "sich",
    "auch",
    "habe",
    "haben",
    "sind",
    "bei",
    "wie",
    "dir",
    "dich",
    "mir",
    "ihr",
    "ihnen",
    "liebe",
    "lieber",
    "hallo",
    "kannst",
    "können",
    // French
    "le",
    "la",
    "les",
    "et",
    "est",
    "je",
    "tu",
    "vous",
    "nous",
    "pas",
    "une",
    "des",
    "du",
    "que",
    "qui",
    "pour",
    "dans",
    "avec",
    "sur",
    "bonjour",
    "merci",
    "votre",
    "cette",
    "mais",
    "j'ai",
    // Spanish, Portuguese, Italian
    "el",
    "los",
    "las",
    "y",
    "que",
    "por",
    "para",
    "con",
    "una",
    "del",
    "está",
    "hola",
    "gracias",
    "como",
    "pero",
    "não",
    "uma",
    "você",
    "obrigado",
    "olá",
    "com",
    "dos",
    "il",
    "che",
    "di",
    "non",
    "sono",
    "per",
    "ciao",
    "grazie",
    "della",
    "anche",
    "è",
    "e",
    "o",
    // Dutch, the North
    "het",
    "een",
    "ik",
    "niet",
    "van",
    "zijn",
    "voor",
    "dat",
    "jij",
    "jullie",
    "og",
    "och",
    "jeg",
    "jag",
    "det",
    "ikke",
    "inte",
    "som",
    "har",
    "til",
    "på",
    "av",
    "hej",
    "kan",
    // Polish, Czech, Turkish
    "nie",
    "się",
    "jest",
    "że",
    "dzień",
    "dziękuję",
    "dobrý",
    "jsem",
    "ve",
    "bir",
    "için",
    "merhaba",
];

/// Too few words to tell: then it counts as English, since English cues find nothing in it
/// that is not there.
const FEW: usize = 8;

/// Whether a text is English: English small words outweigh the others, and the letters are Latin.
pub fn is_english(text: &str) -> bool {
    if mostly_other_letters(text) {
        return false;
    }
    let (mut all, mut english, mut other) = (0_usize, 0_usize, 0_usize);
    let mut word = String::new();
    for at in word_places(text) {
        fold_into(text.get(at).unwrap_or_default(), &mut word);
        all += usize::from(word.chars().all(|c| !c.is_numeric()));
        match SMALL.get(&hash::word(&word)) {
            Some(true) => english += 1,
            Some(false) => other += 1,
            None => {}
        }
    }
    if english == 0 {
        return other == 0 && all < FEW * 2;
    }
    english > other || (english == other && all < FEW)
}

/// More letters outside the Latin script than in it.
fn mostly_other_letters(text: &str) -> bool {
    let (mut latin, mut other) = (0_usize, 0_usize);
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        if c < '\u{0250}'
            || matches!(c, '\u{1e00}'..='\u{1eff}' | '\u{1d400}'..='\u{1d7ff}' | '\u{ff21}'..='\u{ff5a}')
        {
            latin += 1;
        } else {
            other += 1;
        }
    }
    other > latin
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_is_known_by_its_small_words() {
        for text in [
            "Hi Bea, could you send me the notes from Tuesday? Thanks!",
            "Quick call next week?",
            "Thanks, see you then.",
            "Zoë moved to München with José.",
            "",
        ] {
            assert!(is_english(text), "{text}");
        }
    }

    #[test]
    fn other_languages_are_not_english() {
        for text in [
            "Hallo Bea, kannst du mir bitte die Notizen von Dienstag schicken?",
            "Bonjour Ada, je voudrais vous inviter à notre webinar sur la vente.",
            "Hola Dora, ¿tienes quince minutos para una llamada esta semana?",
            "Hej Chidi, kan du skicka det till mig?",
            "Привет, Дора, как дела?",
            "明日お会いできますか。",
        ] {
            assert!(!is_english(text), "{text}");
        }
    }
}
