//! A made-up mailbox: threads with quoted history, newsletters, single letters, and campaigns
//! merged with names, as a busy owner's would be.

use std::collections::VecDeque;
use std::io::{self, Write};

use chrono::DateTime;

use super::mime;
use super::people::{OWNER, Person};
use super::prose::Prose;
use crate::dice::{Dice, Ranks};

/// The first letter's day: 1 January 2012.
const BEGIN: i64 = 1_325_376_000;
/// Fourteen years.
const SPAN: i64 = 14 * 365 * 86_400;
/// Threads that may still be answered.
const OPEN_THREADS: usize = 2_000;

/// Words in a note, the median.
const NOTE: f64 = 14.0;

const GREETINGS: &[&str] = &["Hi {},", "Hello {},", "Dear {},", "{},"];
const GOODBYES: &[&str] = &["Best,\nMara", "Cheers,\nMara", "Kind regards,\nMara Winter"];

/// What sort of mailbox.
#[derive(Clone, Copy)]
pub struct Shape {
    /// How many letters.
    pub letters: usize,
    /// How many of them the owner wrote, 0 to 1.
    pub sent: f64,
    /// How many of those belong to campaigns, 0 to 1.
    pub campaigns: f64,
    /// Words in a letter, the median.
    pub words: f64,
}

impl Shape {
    /// A mailbox as people have it: two letters came for each that went out.
    pub const fn usual(letters: usize) -> Self {
        Self { letters, sent: 0.3, campaigns: 0.3, words: 60.0 }
    }
}

struct Thread {
    subject: String,
    ids: Vec<String>,
    with: usize,
    last: String,
}

/// One text to many, with names put in.
struct Campaign {
    subject: String,
    paragraphs: Vec<String>,
    greeting: &'static str,
    goodbye: &'static str,
    size: usize,
    left: usize,
}

impl Campaign {
    fn letter(&self, to: Option<&Person>) -> String {
        let first = to.map_or("", |it| it.first.as_str());
        let company = to.map_or("", |it| it.company.as_str());
        let text = format!(
            "{}\n\nI was thinking of {company} and the team. {}\n\n{}",
            self.greeting.replace("{}", first),
            self.paragraphs.join("\n\n"),
            self.goodbye
        );
        wrapped(&text)
    }
}

struct Letter {
    at: i64,
    sent: bool,
    with: usize,
    subject: String,
    id: String,
    answers: Vec<String>,
    text: String,
    newsletter: bool,
    campaign: Option<usize>,
}

/// A letter that the owner sent, as the index of sent letters takes it.
pub struct Sent {
    /// When, in seconds since 1970.
    pub at: i64,
    /// To whom, a place among the people.
    pub with: usize,
    /// What it says.
    pub text: String,
    /// Whether it answers something.
    pub answers: bool,
    /// The campaign it belongs to, by its place among all.
    pub campaign: Option<usize>,
}

/// Writes mailboxes.
pub struct Scribe<'a> {
    dice: Dice,
    prose: Prose,
    people: &'a [Person],
    ranks: Ranks,
    threads: VecDeque<Thread>,
    campaigns: Vec<Campaign>,
    shape: Shape,
}

impl<'a> Scribe<'a> {
    /// Writes as this seed has it, from and to these people.
    pub fn new(seed: u64, people: &'a [Person], shape: Shape) -> Self {
        let mut dice = Dice::new(seed);
        let prose = Prose::new(&mut dice);
        let ranks = Ranks::new(people.len(), 1.0);
        Self { dice, prose, people, ranks, threads: VecDeque::new(), campaigns: Vec::new(), shape }
    }

    /// Writes the whole mailbox.
    pub fn write(&mut self, to: &mut impl Write) -> io::Result<()> {
        for number in 0..self.shape.letters {
            let letter = self.letter(number);
            self.render(&letter, to)?;
        }
        Ok(())
    }

    /// The letters that the owner sent, without the mailbox around them.
    pub fn sent(&mut self) -> Vec<Sent> {
        let letters = (0..self.shape.letters).map(|number| self.letter(number));
        let sent = letters.filter(|letter| letter.sent).map(|letter| Sent {
            at: letter.at,
            with: letter.with,
            text: letter.text,
            answers: !letter.answers.is_empty(),
            campaign: letter.campaign,
        });
        sent.collect()
    }

    /// A letter of the owner's own, to this person, as a text.
    pub fn own_text(&mut self, with: usize) -> String {
        let paragraphs = self.paragraphs();
        self.signed(with, &paragraphs)
    }

    /// A letter of the owner's own, of at least so many words.
    pub fn own_text_of(&mut self, words: usize, with: usize) -> String {
        let paragraphs = self.prose.paragraphs(&mut self.dice, words);
        self.signed(with, &paragraphs)
    }

    /// The campaigns that went to several, by their places among all.
    pub fn campaigns(&self) -> impl Iterator<Item = usize> {
        let several = |it: &Campaign| it.size - it.left > 1;
        self.campaigns.iter().enumerate().filter(move |(_, it)| several(it)).map(|(at, _)| at)
    }

    /// A campaign's letter, to this person, as a text.
    pub fn letter_of(&self, campaign: usize, with: usize) -> String {
        let campaign = self.campaigns.get(campaign);
        campaign.map(|it| it.letter(self.people.get(with))).unwrap_or_default()
    }

    /// One of the campaigns that went out, once more, to this person, as a text.
    pub fn campaign_text(&mut self, with: usize) -> String {
        // The last one may have gone to nobody yet.
        let place = self.dice.below(self.campaigns.len().saturating_sub(1));
        self.letter_of(place, with)
    }

    fn letter(&mut self, number: usize) -> Letter {
        let share = number as f64 / self.shape.letters.max(1) as f64;
        let at = BEGIN + (SPAN as f64 * share) as i64 + self.dice.below(3_600) as i64;
        let id = format!("{:x}.{number}@mail.example", self.dice.roll());
        let sent = self.dice.falls(self.shape.sent);
        let with = self.ranks.draw(&mut self.dice);
        let blank = Letter {
            at,
            sent,
            with,
            subject: String::new(),
            id,
            answers: Vec::new(),
            text: String::new(),
            newsletter: false,
            campaign: None,
        };
        if sent && self.dice.falls(self.shape.campaigns) {
            let (subject, text) = self.campaign_letter(with);
            let campaign = self.campaigns.len().checked_sub(1);
            return Letter { subject, text, campaign, ..blank };
        }
        if !self.threads.is_empty() && self.dice.falls(0.45) {
            return self.answer(blank);
        }
        self.opening(blank)
    }

    fn opening(&mut self, blank: Letter) -> Letter {
        let subject = self.prose.subject(&mut self.dice);
        if !blank.sent && self.dice.falls(0.3) {
            let words = self.dice.length(180.0, 0.7);
            let text = self.prose.paragraphs(&mut self.dice, words).join("\n\n");
            return Letter { subject, text, newsletter: true, ..blank };
        }
        let paragraphs = self.paragraphs();
        let text = if blank.sent {
            self.signed(blank.with, &paragraphs)
        } else {
            wrapped(&format!(
                "Hi Mara,\n\n{}\n\n{}",
                paragraphs.join("\n\n"),
                self.first(blank.with)
            ))
        };
        if self.threads.len() == OPEN_THREADS {
            self.threads.pop_front();
        }
        let (ids, last) = (vec![blank.id.clone()], text.clone());
        self.threads.push_back(Thread { subject: subject.clone(), ids, with: blank.with, last });
        Letter { subject, text, ..blank }
    }

    fn answer(&mut self, blank: Letter) -> Letter {
        let own = self.paragraphs().join("\n\n");
        // The younger a thread, the likelier it is answered.
        let back = self.dice.below(self.threads.len()).min(self.dice.below(300));
        let place = self.threads.len() - 1 - back;
        let Some(thread) = self.threads.get_mut(place) else { return blank };
        let name = self.people.get(thread.with).map_or("", |it| it.first.as_str());
        let (to, by) = if blank.sent { (name, "Mara") } else { ("Mara", name) };
        let own = wrapped(&format!("Hi {to},\n\n{own}\n\n{by}"));
        let quoted: String = thread.last.lines().take(40).map(|it| format!("> {it}\n")).collect();
        let text = format!("{own}\nOn {}, {to} wrote:\n{quoted}", day(blank.at - 9_000));
        let answers = thread.ids.iter().rev().take(12).rev().cloned().collect();
        thread.ids.push(blank.id.clone());
        thread.last = own;
        Letter {
            with: thread.with,
            subject: format!("Re: {}", thread.subject),
            answers,
            text,
            ..blank
        }
    }

    fn campaign_letter(&mut self, with: usize) -> (String, String) {
        if self.campaigns.last().is_none_or(|it| it.left == 0) {
            let size = self.dice.length(30.0, 1.0).clamp(2, 2_000);
            let campaign = Campaign {
                subject: self.prose.subject(&mut self.dice),
                paragraphs: self.paragraphs(),
                greeting: self.dice.one_of(GREETINGS),
                goodbye: self.dice.one_of(GOODBYES),
                size,
                left: size,
            };
            self.campaigns.push(campaign);
        }
        let Some(campaign) = self.campaigns.last_mut() else { return Default::default() };
        campaign.left -= 1;
        (campaign.subject.clone(), campaign.letter(self.people.get(with)))
    }

    /// What a letter says; every fifth is a note of a line or two.
    fn paragraphs(&mut self) -> Vec<String> {
        let note = self.dice.falls(0.2);
        let words = if note { NOTE } else { self.shape.words };
        let words = self.dice.length(words, 0.5);
        self.prose.paragraphs(&mut self.dice, words)
    }

    fn signed(&mut self, with: usize, paragraphs: &[String]) -> String {
        let greeting = self.dice.one_of(GREETINGS).replace("{}", self.first(with));
        let goodbye = self.dice.one_of(GOODBYES);
        wrapped(&format!("{greeting}\n\n{}\n\n{goodbye}", paragraphs.join("\n\n")))
    }

    fn first(&self, with: usize) -> &'a str {
        self.people.get(with).map_or("", |it| it.first.as_str())
    }

    fn render(&mut self, letter: &Letter, to: &mut impl Write) -> io::Result<()> {
        let other = self.people.get(letter.with);
        let other = other.map(|it| format!("\"{}\" <{}>", it.name(), it.email)).unwrap_or_default();
        let date = day(letter.at);
        writeln!(to, "From MAILER-DAEMON Thu Jan  1 00:00:00 2015")?;
        if letter.sent {
            writeln!(to, "From: {OWNER}\nTo: {other}")?;
        } else {
            self.route(&date, to)?;
            writeln!(to, "From: {other}\nTo: {OWNER}")?;
        }
        writeln!(to, "Subject: {}\nDate: {date}\nMessage-ID: <{}>", letter.subject, letter.id)?;
        if let Some(parent) = letter.answers.last() {
            let chain: Vec<String> = letter.answers.iter().map(|id| format!("<{id}>")).collect();
            writeln!(to, "In-Reply-To: <{parent}>\nReferences: {}", chain.join("\n "))?;
        }
        let body = if letter.newsletter {
            mime::newsletter(&mut self.dice, &letter.text)
        } else {
            mime::letter(&mut self.dice, &letter.text)
        };
        writeln!(to, "{}\n", body.replace("\nFrom ", "\n>From "))
    }

    /// The stamps that a letter gathers on its way here: most of the bytes of its head.
    fn route(&mut self, date: &str, to: &mut impl Write) -> io::Result<()> {
        let mut noise = |count: usize| -> String {
            (0..count)
                .map(|_| format!("{:016x}", self.dice.roll()))
                .collect::<Vec<_>>()
                .join("\n        ")
        };
        writeln!(to, "Received: by mx.example.org with SMTP id {};\n        {date}", noise(1))?;
        writeln!(
            to,
            "ARC-Seal: i=1; a=rsa-sha256; cv=none; d=example.net;\n        b={}",
            noise(16)
        )?;
        writeln!(to, "Received: from mail.example.net by mx.example.org;\n        {date}")?;
        writeln!(to, "DKIM-Signature: v=1; a=rsa-sha256; d=example.net;\n        b={}", noise(16))?;
        writeln!(to, "Authentication-Results: mx.example.org; dkim=pass header.b={}", noise(1))
    }
}

fn day(seconds: i64) -> String {
    DateTime::from_timestamp(seconds, 0).map(|it| it.to_rfc2822()).unwrap_or_default()
}

/// Lines of at most 76 letters, as mail programs break them.
fn wrapped(text: &str) -> String {
    let mut wrapped = String::with_capacity(text.len() + text.len() / 64);
    for line in text.split('\n') {
        let mut column = 0;
        for word in line.split(' ') {
            let length = word.chars().count();
            if column > 0 && column + 1 + length > 76 {
                wrapped.push('\n');
                column = 0;
            } else if column > 0 {
                wrapped.push(' ');
                column += 1;
            }
            wrapped.push_str(word);
            column += length;
        }
        wrapped.push('\n');
    }
    wrapped
}
