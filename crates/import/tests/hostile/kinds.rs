//! A file of every kind that is read, of as many rows as are wanted, made while it is read.

use super::support::Brought;
use import::{Arrival, Piece, Snag};
use std::io::{self, Cursor, Read, Seek, SeekFrom};
use std::ops::ControlFlow;

/// How a kind of file is written.
#[derive(Clone, Copy)]
pub(crate) struct Kind {
    /// What such a file is called.
    pub(crate) file: &'static str,
    pub(crate) before: &'static str,
    /// A row by its number, with some more words in its longest field.
    pub(crate) row: fn(usize, &str) -> String,
    pub(crate) between: &'static str,
    pub(crate) after: &'static str,
}

/// Every kind that is text; a row of each brings one person or one thing that passed.
pub(crate) const KINDS: &[Kind] = &[
    Kind {
        file: "mail.mbox",
        before: "",
        row: |n, more| {
            format!("From ada@example.org Mon Jan  1 10:00:00 2024\n{}", letter(n, more))
        },
        between: "",
        after: "",
    },
    Kind {
        file: "cards.vcf",
        before: "",
        row: |n, more| {
            format!("BEGIN:VCARD\nVERSION:3.0\nFN:Ada King{n}\nNOTE:Lens {more}\nEND:VCARD\n")
        },
        between: "",
        after: "",
    },
    Kind {
        file: "contacts.csv",
        before: "First Name,Last Name,Labels,E-mail 1 - Label,E-mail 1 - Value,Notes\n",
        row: |n, more| format!("Ada,King,Choir,Home,ada{n}@example.org,\"Lens {more}\"\n"),
        between: "",
        after: "",
    },
    Kind {
        file: "Connections.csv",
        before: "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n",
        row: |n, more| {
            format!("Ada,King,https://www.linkedin.com/in/ada-{n},,Acme,Lens {more},08 Feb 2024\n")
        },
        between: "",
        after: "",
    },
    Kind {
        file: "messages.csv",
        before: "CONVERSATION ID,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,CONTENT\n",
        row: |n, more| {
            format!(
                "c,Ada King,https://www.linkedin.com/in/ada,Olga,https://www.linkedin.com/in/olga,2024-01-01 10:00:00 UTC,\"Lens {n} {more}\"\n"
            )
        },
        between: "",
        after: "",
    },
    Kind {
        file: "outlook.csv",
        before: "First Name,Middle Name,Last Name,Title,Suffix,E-mail Address,Home Phone,Business Phone,Mobile Phone,Job Title,Company,Birthday,Notes\n",
        row: |n, more| format!("Ada,,King,,,ada{n}@example.org,,,,,Acme,,\"Lens {more}\"\n"),
        between: "",
        after: "",
    },
    Kind {
        file: "WhatsApp Chat with Ada King.txt",
        before: "",
        row: |n, more| format!("31/12/2022, 11:40 - Ada King: Lens {n} {more}\n"),
        between: "",
        after: "",
    },
    Kind {
        file: "result.json",
        before: "{\n \"name\": \"Ada King\",\n \"type\": \"personal_chat\",\n \"id\": 200,\n \"messages\": [\n",
        row: |n, more| {
            format!(
                r#"  {{"id":{n},"type":"message","date":"2024-05-01T10:00:00","date_unixtime":"1714550400","from":"Ada King","from_id":"user200","text":"Lens {n} {more}"}}"#
            )
        },
        between: ",\n",
        after: "\n ]\n}",
    },
    Kind {
        file: "general/2024-01-16.json",
        before: "[\n",
        row: |n, more| {
            format!(
                r#"  {{"user":"U3","type":"message","ts":"1705399200.{n:06}","text":"Lens {n} {more}"}}"#
            )
        },
        between: ",\n",
        after: "\n]",
    },
    Kind {
        file: "messages/inbox/ada_1/message_1.json",
        before: "{\n \"participants\": [{\"name\":\"Ada King\"},{\"name\":\"Olga\"}],\n \"messages\": [\n",
        row: |n, more| {
            format!(
                r#"  {{"sender_name":"Ada King","timestamp_ms":1735689660000,"content":"Lens {n} {more}"}}"#
            )
        },
        between: ",\n",
        after: "\n ]\n}",
    },
    Kind {
        file: "monica.json",
        before: "{\n \"app_version\": \"4.0.0\",\n \"account\": {\n  \"uuid\": \"acc\",\n  \"data\": [{\"type\": \"contact\", \"values\": [\n",
        row: |n, more| {
            format!(
                r#"   {{"uuid":"c-{n}","properties":{{"first_name":"Ada","last_name":"King{n}","description":"Lens {more}"}}}}"#
            )
        },
        between: ",\n",
        after: "\n  ]}]\n }\n}",
    },
    Kind {
        file: "meetings.ics",
        before: "BEGIN:VCALENDAR\nVERSION:2.0\nX-WR-CALNAME:olga@example.org\n",
        row: |n, more| {
            format!(
                "BEGIN:VEVENT\nUID:{n}@example.org\nDTSTART:20240502T080000Z\nDTEND:20240502T090000Z\nSUMMARY:Lens {n}\nORGANIZER:mailto:ada@example.org\nATTENDEE:mailto:olga@example.org\nDESCRIPTION:{more}\nEND:VEVENT\n"
            )
        },
        between: "",
        after: "END:VCALENDAR\n",
    },
];

/// A letter without its postmark.
pub(crate) fn letter(n: usize, more: &str) -> String {
    format!(
        "From: Ada King <ada@example.org>\nTo: Olga <olga@example.org>\nDate: Mon, 1 Jan 2024 10:00:00 +0000\nMessage-ID: <{n}@example.org>\nSubject: Lens {n}\n\nWhich lens {n}? {more}\n\n"
    )
}

impl Kind {
    /// The whole file, with these words more in each row.
    pub(crate) fn written(&self, rows: usize, more: &str) -> String {
        let rows: Vec<String> = (0..rows).map(|n| (self.row)(n, more)).collect();
        [self.before, &rows.join(self.between), self.after].concat()
    }

    /// Three rows, and these words more in the one between.
    pub(crate) fn around(&self, more: &str) -> String {
        let rows = [(self.row)(0, ""), (self.row)(1, more), (self.row)(2, "")];
        [self.before, &rows.join(self.between), self.after].concat()
    }

    /// The file while it is made.
    pub(crate) fn made(self, rows: usize) -> Made {
        Made { kind: self, rows, next: 0, ready: Cursor::new(self.before.as_bytes().to_vec()) }
    }

    /// Whether it is written in JSON.
    pub(crate) fn is_json(&self) -> bool {
        self.file.ends_with(".json")
    }
}

/// People and things that passed.
pub(crate) fn count(brought: &Brought) -> usize {
    brought.people.len() + brought.interactions.len()
}

/// A file that is nowhere: its rows are made as they are read.
pub(crate) struct Made {
    kind: Kind,
    rows: usize,
    next: usize,
    ready: Cursor<Vec<u8>>,
}

impl Read for Made {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        loop {
            let got = self.ready.read(out)?;
            if got > 0 || self.next > self.rows {
                return Ok(got);
            }
            let mut ready = String::new();
            while self.next < self.rows && ready.len() < 64 * 1024 {
                if self.next > 0 {
                    ready.push_str(self.kind.between);
                }
                ready.push_str(&(self.kind.row)(self.next, ""));
                self.next += 1;
            }
            if self.next == self.rows {
                ready.push_str(self.kind.after);
                self.next += 1;
            }
            self.ready = Cursor::new(ready.into_bytes());
        }
    }
}

impl Seek for Made {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        match to {
            SeekFrom::Start(0) => {
                *self = self.kind.made(self.rows);
                Ok(0)
            }
            _ => Err(io::ErrorKind::Unsupported.into()),
        }
    }
}

/// What came of a file that is too large to keep what it brings.
#[derive(Debug, Default)]
pub(crate) struct Counted {
    pub(crate) rows: usize,
    pub(crate) snags: Vec<Snag>,
}

impl Counted {
    /// Reads a file; `each` is called with every row's number.
    pub(crate) fn of(
        name: &str,
        bytes: &mut dyn import::Bytes,
        each: &mut dyn FnMut(usize),
    ) -> Self {
        let mut counted = Self::default();
        import::read(name, bytes, None, &mut |piece| {
            match piece {
                Piece::Arrival(Arrival::Person(_) | Arrival::Interaction(_)) => {
                    counted.rows += 1;
                    each(counted.rows);
                }
                Piece::Snag(snag) => counted.snags.push(snag),
                _ => {}
            }
            ControlFlow::Continue(())
        });
        counted
    }
}
