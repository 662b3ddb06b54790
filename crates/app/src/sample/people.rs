//! The invented people, as their tables tell them: one entry each, `key: value` lines.
//!
//! `pace` is four figures: days known, days since the last exchange, conversations, calls and
//! meetings. A day with a sign (`+3`, `-1`) is counted from today.

use super::calendar::Calendar;
use super::table::{self, Entry};
use model::{
    Consent, Contact, ContactId, DatedDay, Day, Identity, Name, Note, NoteId, NoteKind, Position,
    Promise, PromiseId, PromiseKind, Uid, likeness,
};

const TABLES: [&str; 5] = [
    include_str!("people/friends.txt"),
    include_str!("people/clients.txt"),
    include_str!("people/peers.txt"),
    include_str!("people/others.txt"),
    include_str!("people/special.txt"),
];

/// The promises a table can tell.
const PROMISES: [(&str, PromiseKind); 3] =
    [("owe", PromiseKind::IOwe), ("owed", PromiseKind::TheyOwe), ("remind", PromiseKind::Reminder)];

/// Somebody invented.
pub(super) struct Person {
    entry: Entry,
    /// Their name in the store.
    pub(super) id: ContactId,
    /// Since how many days the owner knows them.
    pub(super) since: i64,
    /// Days since the last exchange.
    pub(super) last: i64,
    /// How many conversations, beside those written for them alone.
    pub(super) threads: i64,
    /// How many calls and meetings.
    pub(super) moments: i64,
}

/// Everybody, in the order of the tables.
pub(super) fn all() -> Vec<Person> {
    let entries = TABLES.into_iter().flat_map(table::entries);
    entries.map(Person::of).collect()
}

impl Person {
    fn of(entry: Entry) -> Self {
        let mut pace = entry.one("pace").split(' ').map(|figure| figure.parse());
        let mut next = || pace.next().and_then(Result::ok).unwrap_or(0);
        Self {
            id: ContactId(Uid::derived(&[b"sample contact", entry.head(0).as_bytes()])),
            since: next(),
            last: next(),
            threads: next(),
            moments: next(),
            entry,
        }
    }

    /// As they are shown.
    pub(super) fn shown(&self) -> &'static str {
        self.entry.head(0)
    }

    /// As they are greeted, and as they sign.
    pub(super) fn called(&self) -> String {
        match self.entry.one("call") {
            "" => Name::from_shown(self.shown()).given,
            call => call.to_owned(),
        }
    }

    /// What binds them to the owner, in words: friend, near, away, client, peer …
    pub(super) fn tie(&self) -> &'static str {
        self.entry.one("tie")
    }

    /// What they talk about.
    pub(super) fn topic(&self) -> &'static str {
        self.entry.one("topic")
    }

    /// Where they live.
    pub(super) fn city(&self) -> &'static str {
        self.entry.one("in")
    }

    /// The tongue they write besides English, empty where there is none.
    pub(super) fn tongue(&self) -> &'static str {
        self.entry.one("tongue")
    }

    /// By what they are reached, the usual way first: mail, linkedin, chat.
    pub(super) fn reach(&self) -> Vec<&'static str> {
        self.entry.one("reach").split(' ').collect()
    }

    /// Whether they write to the discussion group.
    pub(super) fn is_in_the_group(&self) -> bool {
        self.tags().contains(&"roundtable".to_owned())
    }

    /// What they recommended the owner for, and what the owner wrote for them: text, days ago.
    pub(super) fn praise(&self, key: &str) -> Option<(&'static str, i64)> {
        let (text, ago) = self.entry.one(key).rsplit_once('|')?;
        Some((text.trim(), ago.trim().parse().ok()?))
    }

    /// Where they are now.
    pub(super) fn organisation(&self) -> &'static str {
        self.entry.one("is").split(", ").nth(1).unwrap_or_default()
    }

    /// The circle they are in, by its name.
    pub(super) fn circle(&self) -> &'static str {
        self.entry.one("circle")
    }

    fn tags(&self) -> Vec<String> {
        let tags = self.entry.one("tags").split(", ");
        tags.filter(|tag| !tag.is_empty()).map(str::to_owned).collect()
    }

    /// Their card, but for the circle.
    pub(super) fn contact(&self, calendar: &Calendar) -> Contact {
        let through = self.entry.one("through");
        let through =
            (!through.is_empty()).then(|| Uid::derived(&[b"sample contact", through.as_bytes()]));
        Contact {
            pronouns: self.entry.head(1).to_owned(),
            headline: self.headline(),
            location: self.city().to_owned(),
            how_met: self.entry.one("met").to_owned(),
            met_through: through.map(ContactId),
            identities: self.identities(),
            positions: self.positions(),
            dates: self.dates(calendar),
            tags: self.tags(),
            do_not_contact: self.entry.one("dnc") == "yes",
            consent: self.consent(),
            ..Contact::named(self.id, self.name())
        }
    }

    fn headline(&self) -> String {
        match (self.entry.one("is").split(", ").next(), self.organisation()) {
            (Some(title), "") => title.to_owned(),
            (Some(title), organisation) => format!("{title} at {organisation}"),
            (None, _) => String::new(),
        }
    }

    fn name(&self) -> Name {
        let told = Name::from_shown(self.shown());
        let nickname = self.entry.one("call").to_owned();
        match self.entry.one("parts").split_once(' ') {
            Some((given, family)) => {
                Name { given: given.to_owned(), family: family.to_owned(), nickname, ..told }
            }
            None => Name { nickname, ..told },
        }
    }

    fn identities(&self) -> Vec<Identity> {
        let spelled = match self.entry.one("spelled") {
            "" => self.shown(),
            spelled => spelled,
        };
        let spelled = likeness::fold(spelled.trim_start_matches("Dr. "));
        let reach = self.reach();
        let mut identities = Vec::new();
        if reach.contains(&"mail") {
            let host = match likeness::fold(self.organisation()).replace(' ', "-") {
                host if host.is_empty() || host == "freelance" => "post.example".to_owned(),
                host => format!("{host}.example"),
            };
            let local = spelled.replace(' ', ".");
            identities.extend(Identity::email(&format!("{local}@{host}")));
        }
        if reach.contains(&"linkedin") {
            let slug = spelled.replace(' ', "-");
            identities.extend(Identity::linkedin(&format!("in/{slug}-example")));
        }
        identities.extend(Identity::phone(self.entry.one("phone")));
        identities
    }

    fn positions(&self) -> Vec<Position> {
        let posts = self.entry.all("is").chain(self.entry.all("was"));
        posts.map(position).collect()
    }

    fn dates(&self, calendar: &Calendar) -> Vec<DatedDay> {
        let told = self.entry.one("birthday");
        let day = match told.strip_prefix('+').and_then(|told| told.split_once(' ')) {
            Some((ahead, year)) => calendar.day_ahead(ahead, year.parse().ok()),
            None => match told.strip_prefix('+') {
                Some(ahead) => calendar.day_ahead(ahead, None),
                None => Day::parse(told),
            },
        };
        let birthday = day.map(|day| DatedDay { label: "birthday".to_owned(), day });
        birthday.into_iter().collect()
    }

    fn consent(&self) -> Option<Consent> {
        let told = table::columns(self.entry.one("consent"));
        let [text, source, given_on] = told.as_slice() else {
            return None;
        };
        Some(Consent {
            text: (*text).to_owned(),
            source: (*source).to_owned(),
            given_on: Day::parse(given_on),
        })
    }

    /// What is noted of them.
    pub(super) fn notes(&self, calendar: &Calendar) -> Vec<Note> {
        let notes = self.entry.all("note").filter_map(|line| {
            let told = table::columns(line);
            let [kind, text, source, ago, link @ ..] = told.as_slice() else {
                return None;
            };
            Some(Note {
                id: NoteId(self.part("note", text)),
                contact: self.id,
                kind: NoteKind::from_word(kind)?,
                text: (*text).to_owned(),
                source: (*source).to_owned(),
                link: link.first().copied().unwrap_or_default().to_owned(),
                seen_at: calendar.ago(ago.parse().ok()?, 15 * 60),
            })
        });
        notes.collect()
    }

    /// What is promised between them and the owner.
    pub(super) fn promises(&self, calendar: &Calendar) -> Vec<Promise> {
        let told = PROMISES.into_iter().flat_map(|(key, kind)| {
            let lines = self.entry.all(key);
            lines.map(move |line| (kind, table::columns(line)))
        });
        told.map(|(kind, columns)| {
            let column = |at: usize| columns.get(at).copied().unwrap_or_default();
            Promise {
                id: PromiseId(self.part("promise", column(0))),
                contact: Some(self.id),
                kind,
                text: column(0).to_owned(),
                due_on: calendar.day_ahead(column(1), Some(calendar.year(column(1)))),
                done: false,
                made_in: None,
            }
        })
        .collect()
    }

    fn part(&self, what: &str, text: &str) -> Uid {
        Uid::derived(&[b"sample", what.as_bytes(), self.id.0.as_bytes(), text.as_bytes()])
    }
}

/// `Title, Organisation, from, until`.
fn position(line: &'static str) -> Position {
    let mut told = line.split(", ");
    let mut next = || told.next().unwrap_or_default();
    Position {
        title: next().to_owned(),
        organisation: next().to_owned(),
        from_on: first_of(next()),
        to_on: first_of(next()),
    }
}

/// The first day of a month, `2021-09`.
fn first_of(month: &str) -> Option<Day> {
    Day::parse(&format!("{month}-01"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_line_of_the_tables_is_understood() {
        let known = [
            "is",
            "was",
            "in",
            "topic",
            "tie",
            "reach",
            "phone",
            "pace",
            "circle",
            "tags",
            "met",
            "through",
            "birthday",
            "note",
            "owe",
            "owed",
            "remind",
            "praise-in",
            "praise-out",
            "call",
            "parts",
            "spelled",
            "tongue",
            "consent",
            "dnc",
        ];
        for person in all() {
            for line in &person.entry.lines {
                let key = line.split_once(':').map(|(key, _)| key);
                assert!(key.is_some_and(|key| known.contains(&key)), "{line}");
            }
            assert_eq!(person.entry.one("pace").split(' ').count(), 4, "{}", person.shown());
            let calendar = Calendar::of(crate::when::now());
            assert_eq!(person.notes(&calendar).len(), person.entry.all("note").count());
            assert!(!person.reach().is_empty() && !person.identities().is_empty());
        }
    }

    #[test]
    fn who_brought_somebody_along_is_known_before() {
        let mut seen = BTreeSet::new();
        for person in all() {
            let through = person.entry.one("through");
            assert!(through.is_empty() || seen.contains(through), "{through}");
            assert!(seen.insert(person.shown()));
        }
    }

    #[test]
    fn nobody_can_be_reached() {
        for person in all() {
            for identity in person.identities() {
                let invented = match identity.kind() {
                    model::IdentityKind::Email => identity.value().ends_with(".example"),
                    model::IdentityKind::Linkedin => identity.value().ends_with("-example"),
                    // Numbers that the regulators keep free for stories.
                    _ => ["+447700900", "+4420794601", "+493023125", "+3319900", "+468465004"]
                        .iter()
                        .any(|free| identity.value().starts_with(free)),
                };
                assert!(invented, "{identity}");
            }
        }
    }
}
