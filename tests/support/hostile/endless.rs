//! Things without an end: lines, parts, folds, brackets, recurrences.

#![allow(clippy::too_many_lines, reason = "lists")]

use super::{Hostile, Scale};
use std::fs::File;
use std::io::{BufWriter, Write};

const POSTMARK: &str = "From ada@example.org Mon Jan  1 10:00:00 2024\n";
const HEAD: &str = "From: Zed <zed@example.org>\nTo: me@example.org\n\
                    Date: Mon, 1 Jan 2024 10:00:00 +0000\nSubject: x\n";

/// A file that is a beginning, one thing again and again, and an end.
fn again(
    what: &str,
    name: &'static str,
    (before, thing, times, after): (String, &'static str, usize, &'static str),
) -> Hostile {
    Hostile::new(what, move |folder| {
        let mut file = BufWriter::new(File::create(folder.join(name))?);
        file.write_all(before.as_bytes())?;
        let many = thing.repeat(1_000.min(times.max(1)));
        for _ in 0..times.div_ceil(1_000) {
            file.write_all(many.as_bytes())?;
        }
        file.write_all(after.as_bytes())?;
        file.flush()
    })
}

pub(super) fn all(scale: Scale) -> Vec<Hostile> {
    let mut all = mails(scale);
    all.extend(pages(scale));
    all.extend(others(scale));
    all
}

fn mails(scale: Scale) -> Vec<Hostile> {
    let head = |more: &str| format!("{POSTMARK}{HEAD}{more}");
    let (line, rows) = (scale.bytes(1_000_000_000), scale.rows(1_000_000));
    vec![
        again(
            "a mail of one line of a gigabyte",
            "mail.mbox",
            (head("\n"), "yyyyyyyyyy", line / 10, "\n"),
        ),
        again(
            "a header of a gigabyte",
            "mail.mbox",
            (head("X: "), "yyyyyyyyyy", line / 10, "\n\nx\n"),
        ),
        again("a million folds", "mail.mbox", (head("X: y\n"), " y\n", rows, "\n\nx\n")),
        again(
            "a million recipients",
            "mail.mbox",
            (head("Cc: a@b.example"), ",a@b.example", rows, "\n\nx\n"),
        ),
        again(
            "a million references",
            "mail.mbox",
            (head("References:"), " <a@b>", rows, "\n\nx\n"),
        ),
        again(
            "a million encoded words",
            "mail.mbox",
            (head("X-Y: y\nSubject:"), " =?utf-8?q?y?=", rows, "\n\nx\n"),
        ),
        again(
            "a million parts",
            "mail.mbox",
            (head("Content-Type: multipart/mixed; boundary=b\n\n"), "--b\n\nx\n", rows, "--b--\n"),
        ),
        Hostile::file("parts a hundred thousand deep", "mail.eml", move || {
            let part = |n| format!("Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n");
            let parts: String = (0..scale.rows(100_000)).map(part).collect();
            format!("{HEAD}{parts}").into_bytes()
        }),
        Hostile::file("mails within mails", "mail.eml", move || {
            let one = format!("{HEAD}Content-Type: message/rfc822\n\n");
            one.repeat(scale.rows(50_000)).into_bytes()
        }),
        again("a million postmarks", "mail.mbox", (String::new(), POSTMARK, rows, "")),
        again("quotations a million deep", "mail.mbox", (head("\n"), ">", rows, " x\n")),
        again(
            "a million quoted lines",
            "mail.mbox",
            (head("\n"), "> On Monday Ada wrote:\n", rows, ""),
        ),
        again(
            "soft line ends without an end",
            "mail.mbox",
            (head("Content-Transfer-Encoding: quoted-printable\n\n"), "=\n", rows, "\n"),
        ),
        again(
            "base64 without an end",
            "mail.mbox",
            (
                head("Content-Transfer-Encoding: base64\n\n"),
                "eXl5eXl5",
                scale.bytes(400_000_000) / 8,
                "\n",
            ),
        ),
        again(
            "a charset that nobody knows",
            "mail.mbox",
            (head("Content-Type: text/plain; charset=\"x-\0-y\"\n\n"), "\u{e9}x", 1_000, "\n"),
        ),
    ]
}

/// HTML in mails.
fn pages(scale: Scale) -> Vec<Hostile> {
    let page = |what: &str, (before, thing, times): (&str, &'static str, usize)| {
        let head = format!("{POSTMARK}{HEAD}Content-Type: text/html; charset=utf-8\n\n{before}");
        again(what, "mail.mbox", (head, thing, times, "</p>\n"))
    };
    let rows = scale.rows(1_000_000);
    vec![
        page("500 KB of nested boxes", ("", "<div>", 100_000)),
        page("a million nested tables", ("", "<table><tr><td>", rows)),
        page("a million quotations in one another", ("", "<blockquote>", rows)),
        page("a tag without an end", ("<a href=\"", "yyyyyyyyyy", scale.bytes(100_000_000) / 10)),
        page("a tag with a million attributes", ("<a", " b=c", rows)),
        page("a comment without an end", ("<!--", "-", rows)),
        page("a million characters by number", ("", "&#x41;", rows)),
        page("names of letters without an end", ("", "&notit", rows)),
        page("scripts that were not closed", ("", "<script>x", rows)),
        page("tags that close what never was", ("", "</p></b></i>", rows)),
        page("pictures from everywhere", ("", "<img src=http://t.example/x.gif>", 10_000)),
    ]
}

fn others(scale: Scale) -> Vec<Hostile> {
    let (rows, long) = (scale.rows(1_000_000), scale.bytes(200_000_000));
    let card = |more: &str| format!("BEGIN:VCARD\nVERSION:3.0\nFN:Zed\n{more}");
    let meeting = |more: &str| {
        format!(
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20240101T100000Z\nATTENDEE:mailto:a@b.example\n{more}"
        )
    };
    let until = "\nEND:VEVENT\nEND:VCALENDAR\n";
    vec![
        again(
            "a photo of 50 MB",
            "cards.vcf",
            (
                card("PHOTO;ENCODING=b;TYPE=JPEG:"),
                "eXl5eXl5eX",
                scale.bytes(66_000_000) / 10,
                "\nEND:VCARD\n",
            ),
        ),
        again(
            "a card with a million numbers",
            "cards.vcf",
            (card(""), "TEL:+442079460958\n", rows, "END:VCARD\n"),
        ),
        again(
            "a million cards in one another",
            "cards.vcf",
            (String::new(), "BEGIN:VCARD\nFN:Zed\n", rows, ""),
        ),
        again("a card without an end", "cards.vcf", (card("NOTE:"), "yyyyyyyyyy", long / 10, "")),
        again(
            "a meeting every second for ever",
            "meetings.ics",
            (meeting("RRULE:FREQ=SECONDLY"), "", 1, until),
        ),
        again(
            "a meeting on days that never come",
            "meetings.ics",
            (meeting("RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"), "", 1, until),
        ),
        again(
            "a meeting with a count beyond all counting",
            "meetings.ics",
            (meeting("RRULE:FREQ=DAILY;COUNT=99999999999999999999;INTERVAL=0"), "", 1, until),
        ),
        again(
            "a meeting with a million guests",
            "meetings.ics",
            (
                meeting(""),
                "ATTENDEE;CN=Zed:mailto:zed@example.org\n",
                rows,
                "END:VEVENT\nEND:VCALENDAR\n",
            ),
        ),
        again(
            "a million meetings in one another",
            "meetings.ics",
            (String::new(), "BEGIN:VEVENT\n", rows, ""),
        ),
        again(
            "a table of a million columns",
            "contacts.csv",
            ("First Name,Last Name".to_owned(), ",E-mail 1 - Value", rows, "\nZed,X\n"),
        ),
        again(
            "a cell that is never closed",
            "Connections.csv",
            (
                "First Name,Last Name,URL,Company,Position,Connected On\n\"Zed".to_owned(),
                "yyyyyyyyyy",
                long / 10,
                "",
            ),
        ),
        again(
            "a row of commas",
            "Connections.csv",
            (
                "First Name,Last Name,URL,Company,Position,Connected On\n".to_owned(),
                ",,,,,,,,,,",
                long / 10,
                "\n",
            ),
        ),
        again("brackets a million deep", "result.json", (String::new(), "[", rows, "")),
        again(
            "objects a million deep",
            "message_1.json",
            (String::new(), "{\"messages\":", rows, ""),
        ),
        again(
            "a text of JSON without an end",
            "result.json",
            (
                "{\"chats\":{\"list\":[{\"messages\":[{\"text\":\"".to_owned(),
                "yyyyyyyyyy",
                long / 10,
                "",
            ),
        ),
        again(
            "a number of JSON without an end",
            "result.json",
            ("{\"chats\":{\"list\":[{\"id\":".to_owned(), "1234567890", rows, "}]}}"),
        ),
        again(
            "a million messages of nothing",
            "message_1.json",
            (
                "{\"participants\":[{\"name\":\"Zed\"}],\"messages\":[{}".to_owned(),
                ",{}",
                rows,
                "]}",
            ),
        ),
        again(
            "a chat of one line",
            "chat.txt",
            ("31/12/2022, 11:40 - Zed: ".to_owned(), "yyyyyyyyyy", long / 10, ""),
        ),
        again(
            "a chat whose days do not agree",
            "chat.txt",
            (
                "31/12/2022, 11:40 - Zed: x\n".to_owned(),
                "12/31/2022, 11:40 - Zed: x\n",
                rows / 10,
                "",
            ),
        ),
        again(
            "a chat of a million authors",
            "chat.txt",
            (String::new(), "1/2/22, 11:40 - Zed: x\n1/2/22, 11:41 - Amy: y\n", rows / 2, ""),
        ),
    ]
}
