//! Letters of invented people, and mailboxes of them.

use std::fmt::Write;

/// A mail. Empty fields have no header.
#[derive(Clone, Debug, Default)]
pub struct Letter {
    /// Its Message-ID without the angle brackets.
    pub id: String,
    /// `Ada King <ada@example.org>`.
    pub from: String,
    /// The same, several parted by commas.
    pub to: String,
    /// RFC 5322: `Mon, 04 May 2020 10:00:00 +0000`.
    pub date: String,
    /// Subject.
    pub subject: String,
    /// References, oldest first.
    pub answers: Vec<String>,
    /// Plain text.
    pub text: String,
    /// More headers, whole lines.
    pub more: Vec<String>,
}

impl Letter {
    /// A letter of a day in January 2024.
    pub fn new(id: &str, (from, to): (&str, &str), day: u32, text: &str) -> Self {
        Self {
            id: format!("{id}@example.org"),
            from: from.to_owned(),
            to: to.to_owned(),
            date: format!("{day:02} Jan 2024 10:00:00 +0000"),
            subject: format!("About {id}"),
            text: text.to_owned(),
            ..Self::default()
        }
    }

    /// The same letter as an answer.
    #[must_use]
    pub fn answering(mut self, id: &str) -> Self {
        self.answers.push(format!("{id}@example.org"));
        self
    }

    /// The same letter with one more header.
    #[must_use]
    pub fn with(mut self, header: &str) -> Self {
        self.more.push(header.to_owned());
        self
    }

    /// As it lies in a file of its own.
    pub fn eml(&self) -> String {
        let mut text = String::new();
        let mut say = |name: &str, value: &str| {
            if !value.is_empty() {
                writeln!(text, "{name}: {value}").unwrap();
            }
        };
        say("Message-ID", &angle(&self.id));
        say("Date", &self.date);
        say("From", &self.from);
        say("To", &self.to);
        say("Subject", &self.subject);
        let answers: Vec<String> = self.answers.iter().map(|id| angle(id)).collect();
        say("References", &answers.join(" "));
        say("Content-Type", "text/plain; charset=UTF-8");
        for header in &self.more {
            writeln!(text, "{header}").unwrap();
        }
        format!("{text}\n{}\n", self.text)
    }
}

/// Letters in a mailbox.
pub fn mailbox(letters: &[Letter]) -> String {
    let mut text = String::new();
    for letter in letters {
        write!(text, "From - Mon Jan  1 10:00:00 2024\n{}\n", letter.eml()).unwrap();
    }
    text
}

fn angle(id: &str) -> String {
    if id.is_empty() { String::new() } else { format!("<{id}>") }
}
