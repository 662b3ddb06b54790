//! A mail of a mailbox, written down as mail.
//!
//! The same mail may also come from an mbox; so it is put back into the form in which it
//! travelled and read like any other: its headers where Outlook kept them, otherwise lines made
//! from its properties. Where an address is one of an Exchange directory, the one that the
//! mailbox gives beside it is taken.

use super::item::{Item, number, tag};
use crate::mail::html;
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::BTreeSet;

/// What is kept of a body.
const LONGEST: usize = 8 * 1024 * 1024;
/// What is kept of one header's value.
const LONGEST_VALUE: usize = 64 * 1024;
/// Headers that describe the form of the body as it travelled.
const OF_FORM: &[&str] = &["content-type", "content-transfer-encoding", "mime-version"];
/// A mail that was not sent.
const UNSENT: i64 = 0x8;

/// Whether it was never sent.
pub(super) fn is_draft(item: &Item) -> bool {
    item.number(tag::FLAGS).is_some_and(|flags| flags & UNSENT != 0)
}

/// Whether it is a mail: a note, an invitation to a meeting or an answer to one.
pub(super) fn is_mail(class: &str) -> bool {
    let is = |kind: &str| class == kind || class.starts_with(&format!("{kind}."));
    is("ipm.note") || is("ipm.schedule.meeting")
}

/// The mail as it may have travelled.
pub(super) fn written(item: &Item) -> Vec<u8> {
    let mut lines = kept_headers(&item.text(tag::HEADERS));
    let known: BTreeSet<String> = lines.iter().filter_map(|line| name_of(line)).collect();
    let mut add = |name: &str, value: String| {
        if !value.is_empty() && !known.contains(&name.to_lowercase()) {
            lines.push(format!("{name}: {value}"));
        }
    };
    add("From", from(item));
    for (name, kind) in [("To", 1), ("Cc", 2), ("Bcc", 3)] {
        add(name, recipients(item, kind));
    }
    add("Date", date(item));
    add("Subject", coded(&subject(item)));
    add("Message-ID", bracketed(&item.text(tag::MESSAGE_ID)));
    add("In-Reply-To", bracketed(&item.text(tag::IN_REPLY_TO)));
    add("References", one_line(&item.text(tag::REFERENCES)));
    let body = body(item);
    lines.push("MIME-Version: 1.0".to_owned());
    lines.push("Content-Type: text/plain; charset=utf-8".to_owned());
    lines.push("Content-Transfer-Encoding: 8bit".to_owned());
    lines.push(String::new());
    lines.push(body);
    lines.join("\n").into_bytes()
}

/// The headers as they came, each with the lines it goes on in, without those of the form.
fn kept_headers(text: &str) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    let mut is_open = false;
    for line in text.lines().map(str::trim_end).take_while(|line| !line.is_empty()) {
        if line.starts_with([' ', '\t']) {
            if let Some(last) = kept.last_mut().filter(|_| is_open) {
                last.push('\n');
                last.push_str(line);
            }
            continue;
        }
        is_open = name_of(line).is_some_and(|name| !OF_FORM.contains(&name.as_str()));
        if is_open {
            kept.push(line.to_owned());
        }
    }
    kept
}

fn name_of(line: &str) -> Option<String> {
    let (name, _) = line.split_once(':')?;
    let fits = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_graphic());
    fits.then(|| name.to_ascii_lowercase())
}

/// On whose behalf it was sent, otherwise who sent it.
fn from(item: &Item) -> String {
    let represented = [tag::REPRESENTED_NAME, tag::REPRESENTED_SMTP, tag::REPRESENTED_ADDRESS]
        .map(|id| item.text(id));
    let sender = [tag::SENDER_NAME, tag::SENDER_SMTP, tag::SENDER_ADDRESS].map(|id| item.text(id));
    let [name, smtp, address] =
        if represented.iter().all(String::is_empty) { sender } else { represented };
    mailbox(&name, [&smtp, &address])
}

fn recipients(item: &Item, kind: i64) -> String {
    let rows = item
        .recipients
        .iter()
        .filter(|row| number(row.get(&tag::RECIPIENT_KIND)).map(|told| told & 0xF) == Some(kind));
    let written = rows.map(|row| {
        let [name, smtp, address] =
            [tag::NAME, tag::SMTP, tag::ADDRESS].map(|id| item.text_of(row, id));
        mailbox(&name, [&smtp, &address])
    });
    written.filter(|mailbox| !mailbox.is_empty()).collect::<Vec<_>>().join(",\n ")
}

/// `"Ada King" <ada@example.org>`; the first of the addresses that is none of a directory, or
/// the directory's where there is no other.
pub(super) fn mailbox(name: &str, addresses: [&str; 2]) -> String {
    let bare = |text: &str| one_line(text).replace(['<', '>', '"'], "").replace(' ', "");
    let addresses = addresses.map(bare);
    let inside = name.rsplit_once('(').map(|(_, rest)| bare(rest.trim_end_matches(')')));
    let all = addresses.iter().chain(inside.as_ref());
    let found = all.clone().find(|address| address.contains('@') && !address.starts_with('/'));
    let address = found.or_else(|| addresses.iter().find(|address| !address.is_empty()));
    let name = one_line(name).replace(['"', '\\'], "");
    let name = name.trim_matches('\'').trim();
    match (name, address) {
        ("", None) => String::new(),
        (name, None) => format!("{} <>", quoted(name)),
        (name, Some(address)) if name.is_empty() || name == address => format!("<{address}>"),
        (name, Some(address)) => format!("{} <{address}>", quoted(name)),
    }
}

fn quoted(name: &str) -> String {
    if name.is_ascii() { format!("\"{name}\"") } else { coded(name) }
}

/// The subject without the mark that says how long its `Re:` is.
pub(super) fn subject(item: &Item) -> String {
    let subject = item.text(tag::SUBJECT);
    let mut letters = subject.chars();
    match letters.next() {
        Some('\u{1}') => one_line(
            letters.as_str().get(letters.next().map_or(0, char::len_utf8)..).unwrap_or_default(),
        ),
        _ => one_line(&subject),
    }
}

/// A value for a header: as it is, or as encoded words where it holds more than ASCII.
fn coded(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    for letter in text.chars() {
        if word.len() + 3 * letter.len_utf8() > 60 {
            words.push(std::mem::take(&mut word));
        }
        let mut bytes = [0; 4];
        for byte in letter.encode_utf8(&mut bytes).bytes() {
            word.push_str(&format!("={byte:02X}"));
        }
    }
    words.push(word);
    let words: Vec<String> = words.iter().map(|word| format!("=?utf-8?Q?{word}?=")).collect();
    words.join("\n ")
}

fn bracketed(id: &str) -> String {
    let id = one_line(id);
    if id.is_empty() || id.contains('<') { id } else { format!("<{id}>") }
}

/// When it was sent, otherwise when it came, otherwise when it was made. No zone is told.
fn date(item: &Item) -> String {
    let told = [tag::SUBMITTED, tag::DELIVERED, tag::CREATED];
    let at = told.into_iter().find_map(|id| instant(item.number(id)?));
    at.map(|at| at.format("%a, %d %b %Y %H:%M:%S -0000").to_string()).unwrap_or_default()
}

/// Windows counts tenths of microseconds since 1601.
pub(super) fn instant(ticks: i64) -> Option<DateTime<Utc>> {
    let epoch = DateTime::from_timestamp(-11_644_473_600, 0)?;
    let at = epoch.checked_add_signed(TimeDelta::microseconds(ticks / 10))?;
    (ticks > 0).then_some(at)
}

/// The plain body, otherwise the other one as a reader would see it.
fn body(item: &Item) -> String {
    let plain = item.text(tag::BODY);
    let mut body = if plain.trim().is_empty() { html::to_text(&item.html()) } else { plain };
    if body.len() > LONGEST {
        let end = (0..=LONGEST).rev().find(|at| body.is_char_boundary(*at));
        body.truncate(end.unwrap_or(0));
    }
    body.replace("\r\n", "\n").replace(['\r', '\0'], "\n")
}

fn one_line(text: &str) -> String {
    let plain: String =
        text.chars().take(LONGEST_VALUE).map(|c| if c.is_control() { ' ' } else { c }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outlook::pst::heap::Value;

    fn item(values: &[(u16, &str)]) -> Item {
        let values = values.iter().map(|(id, text)| (*id, Value::Text((*text).to_owned())));
        Item { values: values.collect(), ..Item::default() }
    }

    fn lines(item: &Item) -> Vec<String> {
        let text = String::from_utf8(written(item)).unwrap();
        text.lines().map(str::to_owned).collect()
    }

    #[test]
    fn a_directorys_address_is_the_last_resort() {
        let directory = "/o=Prism/cn=ada";
        assert_eq!(mailbox("Ada", ["", directory]), "\"Ada\" </o=Prism/cn=ada>");
        assert_eq!(mailbox("Ada", ["ada@example.org", directory]), "\"Ada\" <ada@example.org>");
        assert_eq!(
            mailbox("Ada (ada@example.org)", ["", directory]),
            "\"Ada (ada@example.org)\" <ada@example.org>"
        );
        assert_eq!(mailbox("ada@example.org", ["", "ada@example.org"]), "<ada@example.org>");
        assert_eq!(mailbox("'Ada'", ["", ""]), "\"Ada\" <>");
        assert_eq!(mailbox("", ["", ""]), "");
    }

    #[test]
    fn a_name_cannot_smuggle_in_a_header() {
        let written = mailbox("Ada\r\nBcc: all\" <x", ["ada@example.org\nX: y", ""]);
        assert_eq!(written.lines().count(), 1);
        assert_eq!(written.matches('"').count(), 2);
    }

    #[test]
    fn what_was_written_on_behalf_of_somebody_is_theirs() {
        let both = item(&[
            (tag::SENDER_NAME, "Bea"),
            (tag::SENDER_SMTP, "bea@example.org"),
            (tag::REPRESENTED_NAME, "Ada"),
            (tag::REPRESENTED_SMTP, "ada@example.org"),
        ]);
        assert_eq!(from(&both), "\"Ada\" <ada@example.org>");
        let sender = item(&[(tag::SENDER_NAME, "Bea"), (tag::SENDER_SMTP, "bea@example.org")]);
        assert_eq!(from(&sender), "\"Bea\" <bea@example.org>");
    }

    #[test]
    fn headers_are_kept_but_for_the_bodys_form() {
        let headers = "Received: from a\r\n\tby b\r\nContent-Type: multipart/mixed;\r\n boundary=x\r\nSubject: Kept\r\n\r\nFrom: nobody";
        let kept = item(&[(tag::HEADERS, headers), (tag::SUBJECT, "Other")]);
        let lines = lines(&kept);
        assert_eq!(lines[..3], ["Received: from a", "\tby b", "Subject: Kept"]);
        assert!(!lines.iter().any(|line| line.contains("boundary") || line.contains("nobody")));
        assert!(!lines.iter().any(|line| line.contains("Other")));
    }

    #[test]
    fn a_long_subject_in_other_letters_is_folded() {
        let subject = coded(&"å".repeat(60));
        assert!(subject.lines().all(|line| line.len() <= 76), "{subject}");
        assert_eq!(coded("plain"), "plain");
    }

    #[test]
    fn the_mark_before_a_subject_is_no_part_of_it() {
        assert_eq!(subject(&item(&[(tag::SUBJECT, "\u{1}\u{4}Re: tea")])), "Re: tea");
        assert_eq!(subject(&item(&[(tag::SUBJECT, "\u{1}")])), "");
        assert_eq!(subject(&item(&[(tag::SUBJECT, "tea")])), "tea");
    }

    #[test]
    fn only_mail_is_mail() {
        assert!(is_mail("ipm.note") && is_mail("ipm.note.smime"));
        assert!(is_mail("ipm.schedule.meeting.request"));
        assert!(
            !is_mail("ipm.contact") && !is_mail("ipm.notebook") && !is_mail("report.ipm.note.ndr")
        );
    }

    #[test]
    fn windows_counts_from_1601() {
        assert_eq!(instant(116_444_736_000_000_000), DateTime::from_timestamp(0, 0));
        assert_eq!(instant(0), None);
        assert_eq!(instant(-5), None);
        assert!(instant(i64::MAX).is_some_and(|at| at.timestamp() > 0));
    }
}
