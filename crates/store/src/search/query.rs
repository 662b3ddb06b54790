//! What the owner typed, as FTS5 understands it. Any text gives a valid expression or none.
//!
//! A word is looked for as it is, the last one also as a beginning; `"a phrase"` in its
//! order; `-word` keeps out. Scripts that do not part their words with spaces are taken
//! character by character, and what is typed in one run must stand in one run.

use model::likeness::fold;
use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;

/// Beyond this nobody types; a pasted page would only make the question slow.
const LONGEST: usize = 400;

/// One thing to look for.
struct Term {
    words: String,
    /// In quotes: not a beginning.
    whole: bool,
    /// With a minus before it.
    kept_out: bool,
}

/// The expression, or `None` where nothing is looked for (no word, or only words kept out).
pub(crate) fn expression(query: &str) -> Option<String> {
    let terms = terms(query);
    let last = terms.iter().rposition(|term| !term.kept_out);
    let (mut wanted, mut kept_out) = (Vec::new(), Vec::new());
    for (at, term) in terms.iter().enumerate() {
        let phrase = format!("\"{}\"", as_indexed(&term.words).trim());
        if term.kept_out {
            kept_out.push(phrase);
        } else if Some(at) == last && !term.whole && is_a_beginning(&term.words) {
            wanted.push(format!("{phrase} *"));
        } else {
            wanted.push(phrase);
        }
    }
    if wanted.is_empty() {
        return None;
    }
    let wanted = wanted.join(" AND ");
    Some(if kept_out.is_empty() {
        wanted
    } else {
        format!("({wanted}) NOT ({})", kept_out.join(" OR "))
    })
}

/// The words of a query, folded as names are.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Words {
    /// Looked for.
    pub(crate) wanted: Vec<String>,
    /// Kept out.
    pub(crate) kept_out: Vec<String>,
}

/// The same query for those who look among folded words.
pub(crate) fn words(query: &str) -> Words {
    let mut words = Words::default();
    for term in terms(query) {
        let list = if term.kept_out { &mut words.kept_out } else { &mut words.wanted };
        list.extend(fold(&term.words).split_whitespace().map(str::to_owned));
    }
    words
}

/// A text as it is indexed and looked for: without accents, and parted where its script does
/// not part, so that each such character is a word of its own.
pub(crate) fn as_indexed(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let mut indexed = String::with_capacity(text.len() * 2);
    for c in text.chars() {
        if c.is_ascii() {
            indexed.push(c);
        } else if stands_alone(c) {
            indexed.extend([' ', c, ' ']);
        } else {
            // FTS5 folds the accents of Latin letters alone.
            indexed.extend(std::iter::once(c).nfkd().filter(|c| !is_accent(*c)));
        }
    }
    Cow::Owned(indexed)
}

/// Marks of no script of their own. (Those of Indic and Thai letters are vowels, and stay.)
fn is_accent(c: char) -> bool {
    matches!(u32::from(c), 0x0300..=0x036F)
}

/// A single letter begins too many words to be of use.
fn is_a_beginning(words: &str) -> bool {
    let mut last = words.chars().rev().take_while(|c| c.is_alphanumeric());
    match last.next() {
        Some(c) => stands_alone(c) || last.next().is_some(),
        None => false,
    }
}

fn terms(query: &str) -> Vec<Term> {
    let cut: String = query.chars().take(LONGEST).collect();
    let mut rest = cut.trim_start();
    let mut terms = Vec::new();
    while !rest.is_empty() {
        let after_minus = rest.strip_prefix('-');
        let (raw, whole, after) = one(after_minus.unwrap_or(rest));
        if let Some(words) = clean(raw) {
            terms.push(Term { words, whole, kept_out: after_minus.is_some() });
        }
        rest = after.trim_start();
    }
    terms
}

/// The first word or phrase, whether it is a phrase, and what follows it.
fn one(text: &str) -> (&str, bool, &str) {
    if let Some(inside) = text.strip_prefix('"') {
        let (phrase, after) = inside.split_once('"').unwrap_or((inside, ""));
        return (phrase, true, after);
    }
    let end = text.find(|c: char| c.is_whitespace() || c == '"');
    let (word, after) = text.split_at(end.unwrap_or(text.len()));
    (word, false, after)
}

/// Without anything that has a meaning in FTS5; `None` where no letter or figure is left.
fn clean(raw: &str) -> Option<String> {
    raw.contains(char::is_alphanumeric).then(|| {
        let harmless: String =
            raw.chars().map(|c| if c == '"' || c.is_control() { ' ' } else { c }).collect();
        harmless.trim().to_owned()
    })
}

/// Han, kana, hangul, bopomofo and their marks.
fn stands_alone(c: char) -> bool {
    matches!(u32::from(c),
        0x1100..=0x11FF | 0x3005..=0x3007 | 0x3040..=0x312F | 0x3130..=0x318F
        | 0x31A0..=0x31BF | 0x31F0..=0x31FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF
        | 0xA960..=0xA97F | 0xAC00..=0xD7FF | 0xF900..=0xFAFF | 0xFF66..=0xFFDC
        | 0x20000..=0x3FFFD)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_last_word_is_a_beginning() {
        assert_eq!(expression("budget mee").unwrap(), r#""budget" AND "mee" *"#);
    }

    #[test]
    fn a_single_letter_is_no_beginning_but_a_single_character_of_chinese_is() {
        assert_eq!(expression("plan b").unwrap(), r#""plan" AND "b""#);
        assert_eq!(expression("字").unwrap(), r#""字" *"#);
    }

    #[test]
    fn a_phrase_is_taken_whole() {
        assert_eq!(expression(r#""annual report""#).unwrap(), r#""annual report""#);
        assert_eq!(expression(r#"see "annual rep"#).unwrap(), r#""see" AND "annual rep""#);
    }

    #[test]
    fn a_minus_keeps_out() {
        assert_eq!(
            expression(r#"report -draft -"old one" fin"#).unwrap(),
            r#"("report" AND "fin" *) NOT ("draft" OR "old one")"#
        );
        assert_eq!(expression("-draft"), None);
    }

    #[test]
    fn a_minus_inside_a_word_is_no_minus() {
        assert_eq!(expression("follow-up").unwrap(), r#""follow-up" *"#);
    }

    #[test]
    fn what_fts_would_take_for_its_own_is_only_words() {
        assert_eq!(
            expression("a* OR (subject:b NEAR/3 c)").unwrap(),
            r#""a*" AND "OR" AND "(subject:b" AND "NEAR/3" AND "c)""#
        );
        assert_eq!(expression("*** -- \" ( )"), None);
        assert_eq!(expression(""), None);
    }

    #[test]
    fn a_run_of_characters_becomes_a_phrase() {
        assert_eq!(expression("予算会議").unwrap(), r#""予  算  会  議" *"#);
        assert_eq!(as_indexed("Q3の予算"), "Q3 の  予  算 ");
    }

    #[test]
    fn accents_go_and_vowels_stay() {
        assert_eq!(as_indexed("Ἀθήνα, Zoë, Zoe\u{308}, ﬁve, Ｆ"), "Αθηνα, Zoe, Zoe, five, F");
        assert_eq!(as_indexed("हिंदी"), "हिंदी");
        assert!(matches!(as_indexed("plain"), Cow::Borrowed("plain")));
    }

    #[test]
    fn the_last_word_that_is_wanted_is_the_beginning() {
        assert_eq!(expression("report -draft").unwrap(), r#"("report" *) NOT ("draft")"#);
    }

    #[test]
    fn names_are_looked_for_by_their_folded_words() {
        let words = words("Zoë O'Neil -\"Müller\" 山田");
        assert_eq!(words.wanted, ["zoe", "o", "neil", "山田"]);
        assert_eq!(words.kept_out, ["muller"]);
    }

    #[test]
    fn a_pasted_page_is_cut() {
        assert!(expression(&"word ".repeat(10_000)).unwrap().len() < 1_000);
    }

    proptest! {
        #[test]
        fn quotes_are_always_closed(query in any::<String>()) {
            if let Some(expression) = expression(&query) {
                prop_assert_eq!(expression.matches('"').count() % 2, 0);
                prop_assert!(!expression.contains('\0'));
            }
        }
    }
}
