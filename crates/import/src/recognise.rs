//! What a file is, told by what stands in it.

use crate::facebook::{self, FacebookFile};
use crate::linkedin::{self, LinkedinTable};
use crate::slack::SlackFile;
use crate::table::{self, Header};
use crate::text::Lines;
use crate::{google_csv, imessage, monica, outlook, slack, telegram, whatsapp};

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// One table of a LinkedIn archive.
    LinkedinCsv(LinkedinTable),
    /// An archive: LinkedIn's, Takeout's, or anybody's.
    Zip,
    /// One file, packed: what is in it is recognised when it is unpacked.
    Gzip,
    /// vCards.
    Vcard,
    /// A calendar.
    Calendar,
    /// Google Contacts, either generation.
    GoogleCsv,
    /// Outlook's contacts, in any of its languages.
    OutlookCsv,
    /// Outlook's mailbox.
    OutlookPst,
    /// A mailbox.
    Mbox,
    /// One mail.
    Eml,
    /// A chat of WhatsApp.
    Whatsapp,
    /// Telegram Desktop's export, of one chat or of all.
    Telegram,
    /// One file of a Slack workspace's export.
    Slack(SlackFile),
    /// One file of Facebook's or Instagram's archive.
    Facebook(FacebookFile),
    /// Monica's export of an account.
    Monica,
    /// An SQLite database: the messages of a Mac, or another program's.
    Imessage,
}

/// Headers with which mail begins. Two of them make a mail; one is enough where the name says
/// so too.
const MAIL_HEADERS: &[&str] = &[
    "arc-seal",
    "authentication-results",
    "bcc",
    "cc",
    "content-type",
    "date",
    "delivered-to",
    "dkim-signature",
    "from",
    "in-reply-to",
    "list-id",
    "message-id",
    "mime-version",
    "received",
    "references",
    "reply-to",
    "return-path",
    "sender",
    "subject",
    "to",
    "x-gmail-labels",
    "x-gm-thrid",
    "x-mozilla-status",
];

/// What a file is, by its first bytes (64 KiB are enough); the name only breaks a tie.
pub fn recognise(name: &str, head: &[u8]) -> Option<Format> {
    if let Some(packed) = packed(head) {
        return Some(packed);
    }
    if imessage::is_database(head) {
        return Some(Format::Imessage);
    }
    if let Some(file) = facebook::file_of(name, head) {
        return Some(Format::Facebook(file));
    }
    if monica::is_export(head) {
        return Some(Format::Monica);
    }
    if outlook::is_pst(head) {
        return Some(Format::OutlookPst);
    }
    let first = first_lines(head);
    let opening = first.iter().find(|line| !line.trim().is_empty())?;
    if opening.trim().eq_ignore_ascii_case("BEGIN:VCARD") {
        return Some(Format::Vcard);
    }
    if opening.trim().eq_ignore_ascii_case("BEGIN:VCALENDAR") {
        return Some(Format::Calendar);
    }
    if is_mbox(&first) {
        return Some(Format::Mbox);
    }
    if is_mail(name, &first) {
        return Some(Format::Eml);
    }
    if telegram::is_export(head) {
        return Some(Format::Telegram);
    }
    if let Some(file) = slack::file_of(name, head) {
        return Some(Format::Slack(file));
    }
    if whatsapp::is_chat(name, &first) {
        return Some(Format::Whatsapp);
    }
    table::name_of(head, &format_of).or_else(|| has_card(name, &first).then_some(Format::Vcard))
}

/// What other files are packed in.
fn packed(head: &[u8]) -> Option<Format> {
    let is_zip = [b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"];
    if is_zip.iter().any(|mark| head.starts_with(*mark)) {
        return Some(Format::Zip);
    }
    head.starts_with(b"\x1F\x8B\x08").then_some(Format::Gzip)
}

/// A card behind a line or two of something else, in a file that is named like cards.
fn has_card(name: &str, first: &[String]) -> bool {
    let mut lines = first.iter().map(|line| line.trim());
    name.to_lowercase().ends_with(".vcf")
        && lines.any(|line| line.eq_ignore_ascii_case("BEGIN:VCARD"))
}

/// Which table begins with this header.
fn format_of(header: &Header) -> Option<Format> {
    match linkedin::table_of(header) {
        Some(table) => Some(Format::LinkedinCsv(table)),
        None if google_csv::is_header(header) => Some(Format::GoogleCsv),
        None => outlook::is_header(header).then_some(Format::OutlookCsv),
    }
}

/// The first lines of the head: enough for a mail's headers.
fn first_lines(mut head: &[u8]) -> Vec<String> {
    let mut lines = Lines::new(&mut head);
    std::iter::from_fn(|| lines.next().ok().flatten()).take(60).map(|line| line.text).collect()
}

/// A line `From …`, which no mail's header is, and a header behind it.
fn is_mbox(first: &[String]) -> bool {
    let mut full = first.iter().skip_while(|line| line.trim().is_empty());
    let is_postmark = full.next().is_some_and(|line| line.starts_with("From "));
    let behind = full.next().map(String::as_str).unwrap_or_default();
    is_postmark && (header_name(behind).is_some() || behind.starts_with(">From "))
}

fn is_mail(name: &str, first: &[String]) -> bool {
    let mut known = 0;
    for (place, line) in first.iter().enumerate() {
        let goes_on = line.starts_with([' ', '\t']) && place > 0;
        match header_name(line) {
            _ if goes_on => {}
            Some(header) if MAIL_HEADERS.contains(&header.as_str()) => known += 1,
            Some(_) => {}
            None => break,
        }
    }
    let lower = name.to_lowercase();
    let named = lower.ends_with(".eml") || lower.contains("/cur/") || lower.contains("/new/");
    known >= if named { 1 } else { 2 }
}

/// The name before the colon, in small letters, where the line is a header.
fn header_name(line: &str) -> Option<String> {
    let (name, _) = line.split_once(':')?;
    let fits = !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    fits.then(|| name.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(text: &str) -> Option<Format> {
        recognise("whatever.txt", text.as_bytes())
    }

    /// A header of every table, of one era or another.
    const HEADERS: &[(&str, LinkedinTable)] = &[
        (
            "First Name,Last Name,Email Address,Company,Position,Connected On",
            LinkedinTable::Connections,
        ),
        ("FROM,TO,DATE,SUBJECT,CONTENT,DIRECTION,FOLDER", LinkedinTable::Messages),
        (
            "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT",
            LinkedinTable::Messages,
        ),
        (
            "\"CONVERSATION ID\",\"FROM\",\"DATE\",\"CONTENT\",\"IS CONVERSATION ARCHIVED\"",
            LinkedinTable::Messages,
        ),
        ("From,To,Sent At,Message,Direction", LinkedinTable::Invitations),
        (
            "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary",
            LinkedinTable::Profile,
        ),
        ("Email Address,Confirmed,Primary,Updated On", LinkedinTable::EmailAddresses),
        (
            "First Name,Last Name,Company,Job Title,Text,Creation Date,Status",
            LinkedinTable::Recommendations,
        ),
        (
            "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name",
            LinkedinTable::EndorsementsReceived,
        ),
        (
            "Endorsement Date,Skill Name,Endorsee First Name,Endorsee Last Name",
            LinkedinTable::EndorsementsGiven,
        ),
        (
            "Connection First Name,Connection Last Name,Connection Profile URL,Note,Created On",
            LinkedinTable::Notes,
        ),
        (
            "Source,FirstName,LastName,Companies,Title,Emails,PhoneNumbers,CreatedAt",
            LinkedinTable::Contacts,
        ),
        (
            "Company Name,Title,Description,Location,Started On,Finished On",
            LinkedinTable::Positions,
        ),
    ];

    #[test]
    fn a_table_is_known_by_its_columns_whatever_it_is_called() {
        for (header, table) in HEADERS {
            assert_eq!(of(header), Some(Format::LinkedinCsv(*table)), "{header}");
        }
    }

    #[test]
    fn both_generations_of_google_contacts_are_known() {
        for header in [
            "Name,Given Name,Additional Name,Family Name,Yomi Name,Group Membership,E-mail 1 - Type,E-mail 1 - Value",
            "First Name,Middle Name,Last Name,Phonetic First Name,Name Prefix,File As,Labels,E-mail 1 - Label,E-mail 1 - Value",
        ] {
            assert_eq!(of(header), Some(Format::GoogleCsv), "{header}");
        }
    }

    #[test]
    fn mail_and_cards_are_told_by_their_first_lines() {
        assert_eq!(of("\r\nBEGIN:VCARD\r\nVERSION:3.0"), Some(Format::Vcard));
        assert_eq!(of("\u{FEFF}begin:vcard\nversion:4.0"), Some(Format::Vcard));
        let takeout =
            "From 1545668983435175434@xxx Fri Sep 16 22:26:51 +0000 2016\nX-GM-THRID: 1\n";
        assert_eq!(of(takeout), Some(Format::Mbox));
        let mail = "X-Odd: 1\n continued: yes\nFrom: ada@example.org\nTo: bea@example.org\n\nHi";
        assert_eq!(of(mail), Some(Format::Eml));
    }

    #[test]
    fn a_mail_with_a_table_in_it_is_a_mail() {
        let mail = "From: ada@example.org\nSubject: x\n\nFrom,To,Sent At,Message,Direction\n";
        assert_eq!(of(mail), Some(Format::Eml));
    }

    #[test]
    fn one_header_is_a_mail_only_where_the_name_says_so() {
        let text = b"Subject: notes\n\nwords";
        assert_eq!(recognise("a.txt", text), None);
        assert_eq!(recognise("a.eml", text), Some(Format::Eml));
    }

    #[test]
    fn chats_are_told_by_how_their_messages_begin() {
        assert_eq!(of("\u{FEFF}[31/12/2022, 11:40:26] Ada: x\n"), Some(Format::Whatsapp));
        assert_eq!(of("8/8/19, 1:25 PM - Ada: x\n"), Some(Format::Whatsapp));
        let chat = r#"{"name":"Ada","type":"personal_chat","id":1,"messages":["#;
        assert_eq!(of(chat), Some(Format::Telegram));
        let day = r#"[{"user":"U1","type":"message","ts":"1512085950.000216","text":"x"}]"#;
        assert_eq!(of(day), Some(Format::Slack(SlackFile::Messages)));
    }

    #[test]
    fn json_of_other_programs_is_none_of_these() {
        for text in [
            r#"{"name":"ui","version":"1.0.0","type":"module","messages":[]}"#,
            r#"[{"id":1,"name":"x"}]"#,
            r#"{"type":"FeatureCollection","features":[]}"#,
            "[[[[[[",
            "{\"chats\":{\"list\":[{",
        ] {
            assert_eq!(of(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_nothing_of_all_this_is_nothing() {
        for text in
            ["", "\n\n", "From me to you, with love", "<html></html>", "a,b,c\n1,2,3", "%PDF-1.4"]
        {
            assert_eq!(of(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_head_is_looked_at_without_harm(name: String, head: Vec<u8>) {
            let _ = recognise(&name, &head);
        }
    }

    #[test]
    fn words_before_the_first_card_do_not_hide_it() {
        let text = b"Exported by a telephone\n\nBEGIN:VCARD\nVERSION:3.0\n";
        assert_eq!(recognise("people.vcf", text), Some(Format::Vcard));
        assert_eq!(recognise("letter.txt", text), None);
    }
}
