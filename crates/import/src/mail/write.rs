//! Mails on their way out: one from what is known of it, and a mailbox of many.

use mail_builder::MessageBuilder;
use mail_builder::headers::address::Address;
use model::Moment;
use std::io::{self, Write};

/// A letter of which no source was kept.
#[derive(Clone, Debug, Default)]
pub struct Letter<'a> {
    /// Names and addresses: who wrote.
    pub from: Vec<(&'a str, &'a str)>,
    /// To whom.
    pub to: Vec<(&'a str, &'a str)>,
    /// With a copy to whom.
    pub cc: Vec<(&'a str, &'a str)>,
    /// Its id, without brackets; made up where it is empty.
    pub id: &'a str,
    /// Its subject.
    pub subject: &'a str,
    /// Its words.
    pub text: &'a str,
}

/// The letter as a mail (RFC 5322, MIME).
pub fn to_mail(letter: &Letter<'_>, at: Moment) -> Vec<u8> {
    let people = |people: &[(&str, &str)]| {
        let known = people.iter().map(|(name, address)| {
            Address::new_address(Some((*name).to_owned()), (*address).to_owned())
        });
        Address::new_list(known.collect())
    };
    let mut mail = MessageBuilder::new()
        .from(people(&letter.from))
        .date(at.at.timestamp())
        .subject(letter.subject)
        .text_body(letter.text);
    if !letter.to.is_empty() {
        mail = mail.to(people(&letter.to));
    }
    if !letter.cc.is_empty() {
        mail = mail.cc(people(&letter.cc));
    }
    if !letter.id.is_empty() {
        mail = mail.message_id(letter.id.to_owned());
    }
    // Writing to memory cannot fail.
    mail.write_to_vec().unwrap_or_default()
}

/// Adds a mail to a mailbox: lines that look like the beginning of another one are led by `>`,
/// those that are led so already by one more (mboxrd).
///
/// # Errors
/// Where it cannot be written.
pub fn to_mailbox(out: &mut dyn Write, mail: &[u8], at: Moment) -> io::Result<()> {
    writeln!(out, "From MAILER-DAEMON {}", at.at.format("%a %b %e %H:%M:%S %Y"))?;
    for line in mail.split_inclusive(|byte| *byte == b'\n') {
        let marks = line.iter().take_while(|byte| **byte == b'>').count();
        if line.get(marks..).is_some_and(|rest| rest.starts_with(b"From ")) {
            out.write_all(b">")?;
        }
        out.write_all(line)?;
    }
    if !mail.ends_with(b"\n") {
        out.write_all(b"\n")?;
    }
    out.write_all(b"\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at() -> Moment {
        Moment::from_millis(1_767_600_000_000, None)
    }

    #[test]
    fn a_letter_is_a_mail_that_any_reader_reads() {
        let letter = Letter {
            from: vec![("Ada Kíng", "ada@example.org")],
            to: vec![("", "bea@example.org"), ("Chidi", "chidi@example.net")],
            id: "one@example.org",
            subject: "Grüße aus 京都",
            text: "Hello\nFrom here\n",
            ..Letter::default()
        };
        let mail = to_mail(&letter, at());
        let read = mail_parser::MessageParser::default().parse(&mail).unwrap();
        assert_eq!(read.subject(), Some(letter.subject));
        assert_eq!(read.from().unwrap().first().unwrap().name(), Some("Ada Kíng"));
        assert_eq!(read.to().unwrap().iter().count(), 2);
        assert_eq!(read.message_id(), Some("one@example.org"));
        assert_eq!(read.date().unwrap().to_timestamp(), at().at.timestamp());
        assert_eq!(read.body_text(0).unwrap().replace('\r', ""), letter.text);
    }

    #[test]
    fn what_looks_like_a_beginning_is_led_by_a_mark_once_more() {
        let mut out = Vec::new();
        to_mailbox(&mut out, b"Subject: x\n\nFrom here\n>From there\n> From\nend", at()).unwrap();
        let out = String::from_utf8(out).unwrap();
        assert!(out.starts_with("From MAILER-DAEMON Mon Jan  5 08:00:00 2026\n"), "{out}");
        assert!(out.ends_with("\n>From here\n>>From there\n> From\nend\n\n"), "{out}");
    }
}
