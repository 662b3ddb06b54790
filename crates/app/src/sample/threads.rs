//! Conversations: who had which, when, and by what.

use super::dice::Dice;
use super::past::{Past, Told};
use super::people::Person;
use super::talk::{self, Script};
use super::words::{self, OWNER, SIGNATURE, Words};
use model::{Channel, ContactId, Direction, InteractionKind, Moment};

/// What was written this recently shows among those who wait; there only who is meant to.
const RECENT: i64 = 62;
/// Whoever has a recent conversation of their own had the last other one so many days before.
const BEFORE_OWN: i64 = 25;
/// Minutes until an answer, as they happen.
const ANSWERS: [i64; 8] = [25, 70, 190, 400, 1_250, 1_500, 2_200, 2_900];

/// Who opens a conversation. The two oldest of everybody go one way and the other, and are
/// answered, so that nobody is one-sided by chance.
fn opener(turn: i64, threads: i64) -> Option<Direction> {
    match threads - turn {
        1 => Some(Direction::Out),
        2 => Some(Direction::In),
        _ => None,
    }
}

/// Lines with whom they were written to, by what and in which tongue.
struct Letters<'a> {
    with: &'a Person,
    channel: Channel,
    tongue: &'static str,
    title: &'static str,
    key: String,
}

/// The common conversations, and how often each was had.
struct Repertoire(Vec<(usize, Script)>);

impl Repertoire {
    /// The one had least that fits somebody, is opened by the right side, and that they have
    /// not had.
    fn choose(
        &self,
        person: &Person,
        from: Option<Direction>,
        (had, dice): (&[usize], &mut Dice),
    ) -> Option<usize> {
        let fitting = self.0.iter().enumerate().filter(|(at, (_, script))| {
            script.fits(person.tie(), person.tongue())
                && from.is_none_or(|from| script.is_opened_by(from))
                && !had.contains(at)
        });
        let fitting: Vec<(usize, usize)> = fitting.map(|(at, (uses, _))| (at, *uses)).collect();
        let least = fitting.iter().map(|(_, uses)| *uses).min()?;
        let rarest = fitting.iter().filter(|(_, uses)| *uses == least);
        let rarest: Vec<usize> = rarest.map(|(at, _)| *at).collect();
        dice.pick(&rarest)
    }
}

impl Past<'_> {
    /// Every conversation of two.
    pub(super) fn conversations(&mut self) {
        let people = self.people;
        let common = talk::common().into_iter().map(|script| (0, script));
        let mut repertoire = Repertoire(common.collect());
        let named = talk::named();
        for person in people {
            let mut last = person.last;
            for script in &named {
                if script.names().any(|name| name == person.shown()) {
                    self.converse(person, script, script.ago());
                    if script.ago() < RECENT {
                        last = person.last + BEFORE_OWN;
                    }
                }
            }
            self.converse_at_times(person, last, &mut repertoire);
        }
    }

    /// Somebody's common conversations, spread over the time the owner knows them.
    fn converse_at_times(&mut self, person: &Person, last: i64, repertoire: &mut Repertoire) {
        let mut had = Vec::new();
        let span = (person.since - 20 - last).max(0);
        for turn in 0..person.threads {
            let jitter = self.dice.below((span / person.threads).max(1));
            let ago = last + turn * span / person.threads + if turn == 0 { 0 } else { jitter };
            let from = opener(turn, person.threads);
            let Some(at) = repertoire.choose(person, from, (&had, &mut self.dice)) else {
                continue;
            };
            had.push(at);
            if let Some((uses, script)) = repertoire.0.get_mut(at) {
                *uses += 1;
                self.converse(person, script, ago);
            }
        }
    }

    fn converse(&mut self, with: &Person, script: &Script, ago: i64) {
        let mut lines = script.lines.as_slice();
        if script.names().next().is_none() && ago < RECENT {
            while let Some(((Direction::In, _), rest)) = lines.split_last() {
                lines = rest;
            }
        }
        let letters = Letters {
            with,
            channel: self.channel(with),
            tongue: script.tongue(),
            title: script.title(),
            key: format!("{} {}", with.shown(), script.title()),
        };
        self.write(&letters, lines, ago);
    }

    fn write(&mut self, letters: &Letters<'_>, lines: &[(Direction, &'static str)], ago: i64) {
        let words = Words::draw(letters.with, &mut self.dice);
        let moments = self.moments(lines.len(), ago);
        for (place, ((direction, text), moment)) in lines.iter().zip(moments).enumerate() {
            let (text, subject) = self.dress(letters, (&words, place), (*direction, text));
            let is_mail = letters.channel == Channel::Email;
            let signed = is_mail && *direction == Direction::Out;
            self.tell(Told {
                subject,
                text,
                signature: if signed { SIGNATURE } else { "" },
                thread: (letters.key.clone(), letters.title),
                is_reply: place > 0,
                ..Told::new(
                    (InteractionKind::Message, letters.channel),
                    *direction,
                    letters.with.id,
                    moment,
                )
            });
        }
    }

    /// Greeting and closing as the channel has them, and a subject where it has one.
    fn dress(
        &mut self,
        letters: &Letters<'_>,
        (words, place): (&Words, usize),
        (direction, text): (Direction, &str),
    ) -> (String, String) {
        let text = words.fill(text);
        let called = letters.with.called();
        let (from, to) = match direction {
            Direction::Out => (OWNER, called.as_str()),
            _ => (called.as_str(), OWNER),
        };
        let greets = self.dice.lucky(if place == 0 { 100 } else { 60 });
        match letters.channel {
            Channel::Email => {
                let opening = words::greeting(letters.tongue, to, &mut self.dice);
                let closing = words::closing(letters.tongue, from, &mut self.dice);
                let opening = if greets { opening + "\n\n" } else { String::new() };
                let re = if place == 0 { "" } else { "Re: " };
                let subject = format!("{re}{}", words.fill(letters.title));
                (format!("{opening}{text}\n\n{closing}"), subject)
            }
            Channel::Linkedin if greets && place == 0 => {
                let opening = words::greeting(letters.tongue, to, &mut self.dice);
                (format!("{opening}\n{text}"), String::new())
            }
            _ => (text, String::new()),
        }
    }

    /// When each of so many was written, the last of them so many days ago.
    fn moments(&mut self, count: usize, ago: i64) -> Vec<Moment> {
        let minutes = 8 * 60 + self.dice.below(11 * 60);
        let mut moment = self.calendar.ago(ago, minutes);
        let mut moments = Vec::with_capacity(count);
        for _ in 0..count {
            moments.push(moment);
            let pause = self.dice.pick(&ANSWERS).unwrap_or(60) + self.dice.below(20);
            moment = self.calendar.before(moment, pause);
        }
        moments.reverse();
        moments
    }

    /// The usual one more often than not.
    fn channel(&mut self, with: &Person) -> Channel {
        let reach = with.reach();
        let usual = self.dice.lucky(60);
        let chosen = if usual { reach.first().copied() } else { self.dice.pick(&reach) };
        match chosen {
            Some("linkedin") => Channel::Linkedin,
            Some("chat") => Channel::Chat,
            _ => Channel::Email,
        }
    }

    /// What went out to many, one by one, and what a few of them answered.
    pub(super) fn mailings(&mut self) {
        let people = self.people;
        let mut answers = talk::answers().into_iter();
        for campaign in talk::campaigns() {
            for (place, name) in campaign.names().enumerate() {
                let Some(with) = people.iter().find(|person| person.shown() == name) else {
                    continue;
                };
                let mut lines = campaign.lines.clone();
                if place >= 3 && place % 3 == 0 {
                    lines.extend(answers.next());
                }
                let letters = Letters {
                    with,
                    channel: self.channel(with),
                    tongue: "",
                    title: campaign.title(),
                    key: format!("{name} {}", campaign.title()),
                };
                self.write(&letters, &lines, campaign.ago());
            }
        }
    }

    /// An id for whoever is named; nobody's where nobody is.
    pub(super) fn id_of(&self, name: &str) -> Option<ContactId> {
        self.who(name).map(|person| person.id)
    }
}
