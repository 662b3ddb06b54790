//! Placeholders of mail-merge programs and of people who copy a template.

use crate::text::folded_words;
use std::ops::Range;

/// How a placeholder is fenced. Double braces and stars belong to templates alone; what
/// stands in other fences has to be one of [`SLOTS`].
const FENCES: &[(&str, &str, bool)] = &[
    ("{{", "}}", true),
    ("*|", "|*", true),
    ("${", "}", false),
    ("{", "}", false),
    ("<<", ">>", false),
    ("%%", "%%", false),
    ("%", "%", false),
    ("[[", "]]", false),
    ("[", "]", false),
    ("<", ">", false),
];

/// What templates leave to be filled in, without spaces, dots and underscores.
const SLOTS: &[&str] = &[
    "name",
    "firstname",
    "fname",
    "first",
    "lastname",
    "lname",
    "last",
    "fullname",
    "surname",
    "givenname",
    "yourname",
    "recipient",
    "recipientname",
    "contactname",
    "friend",
    "nickname",
    "company",
    "companyname",
    "yourcompany",
    "organisation",
    "organization",
    "employer",
    "account",
    "accountname",
    "title",
    "jobtitle",
    "role",
    "position",
    "industry",
    "city",
    "product",
    "productname",
    "topic",
    "painpoint",
    "mutualconnection",
    "mutualfriend",
    "school",
    "insertname",
    "insertcompany",
    "companytype",
    "usecase",
    "competitor",
    "metric",
    "result",
    "timeframe",
    "benefit",
    "salutation",
    "greeting",
    "sendername",
    "yourtitle",
    "website",
    "personalization",
    "icebreaker",
    "customline",
    "eventname",
    "webinarname",
    "date",
    "calendarlink",
    "link",
];
/// A placeholder has at most this many bytes between its fences.
const WIDTH: usize = 40;

/// Every placeholder before `until`, in order.
pub(super) fn find(text: &str, until: usize) -> Vec<Range<usize>> {
    let own = text.get(..until).unwrap_or(text);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = own.get(at..).filter(|rest| !rest.is_empty()) {
        if let Some(len) = fenced(rest).or_else(|| variable(rest)) {
            found.push(at..at + len);
            at += len;
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    found
}

/// The length of the placeholder a text begins with.
fn fenced(text: &str) -> Option<usize> {
    for (open, close, plain) in FENCES {
        let Some(rest) = text.strip_prefix(open) else {
            continue;
        };
        let Some((inside, _)) = head(rest, WIDTH + close.len()).split_once(close) else {
            continue;
        };
        if is_slot(inside) || (*plain && is_field(inside)) || is_shouted(open, inside) {
            return Some(open.len() + inside.len() + close.len());
        }
    }
    None
}

/// At most the first `width` bytes.
fn head(text: &str, width: usize) -> &str {
    let end = (0..=width.min(text.len())).rev().find(|end| text.is_char_boundary(*end));
    text.get(..end.unwrap_or(0)).unwrap_or_default()
}

/// "$FIRSTNAME", which has no second fence.
fn variable(text: &str) -> Option<usize> {
    let rest = text.strip_prefix('$')?;
    let end = rest.find(|c: char| !c.is_ascii_uppercase() && c != '_').unwrap_or(rest.len());
    let name = rest.get(..end)?;
    (name.len() > 3 && is_slot(name)).then_some(1 + end)
}

/// "First Name", "contact.first_name", "Your Company".
fn is_slot(inside: &str) -> bool {
    let bare: String =
        inside.chars().filter(|c| !matches!(c, ' ' | '_' | '-' | '.' | ':' | '#')).collect();
    let bare = bare.to_lowercase();
    let known = |bare: &str| SLOTS.contains(&bare);
    let inner = inside.rsplit('.').next().unwrap_or(inside);
    let inner: String = inner.chars().filter(|c| c.is_alphanumeric()).collect();
    inside.starts_with(char::is_alphabetic) && (known(&bare) || known(&inner.to_lowercase()))
}

/// What programs call a field: a few words or one dotted name.
fn is_field(inside: &str) -> bool {
    let words = folded_words(inside).len();
    let plain =
        inside.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '_' | '-' | '.' | ':'));
    (1..=4).contains(&words) && plain && inside.contains(char::is_alphabetic)
}

/// "[SCALE/LAUNCH]", "[PAST_GUEST]": capitals with a stroke between them in square brackets.
fn is_shouted(open: &str, inside: &str) -> bool {
    let capitals = inside
        .chars()
        .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || matches!(c, '_' | '/' | ' '));
    open == "["
        && capitals
        && inside.contains(['_', '/'])
        && inside.contains(|c: char| c.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::find;
    use proptest::prelude::*;

    #[test]
    fn every_common_spelling_is_found() {
        for slot in [
            "{{first_name}}",
            "{{ contact.firstname }}",
            "{first}",
            "{First Name}",
            "%FIRSTNAME%",
            "%%First_Name%%",
            "[Company]",
            "[Your Name]",
            "[[name]]",
            "<<Name>>",
            "<First Name>",
            "$NAME",
            "$FIRSTNAME",
            "${company}",
            "*|FNAME|*",
            "[YOUR_CITY]",
        ] {
            let text = format!("Dear {slot}, é");
            let found = find(&text, text.len());
            assert_eq!(found.first(), Some(&(5..5 + slot.len())), "{slot}");
        }
    }

    #[test]
    fn history_under_the_message_is_not_searched() {
        assert!(find("Fine. {{name}}", 6).is_empty());
    }

    proptest! {
        #[test]
        fn places_lie_in_any_text(text in "\\PC*|[{}%$<>\\[\\]a-zA-Z_é ]{0,60}") {
            for span in find(&text, text.len()) {
                prop_assert!(text.get(span).is_some());
            }
        }
    }
}
