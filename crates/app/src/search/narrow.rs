//! What narrows a search, typed among its words: `from:ada`, `to:`, `with:`, `in:linkedin`,
//! `before:2025-06`, `after:2024`, `asks`, `gives`. What is none of these is a word to look for.

use chrono::{Local, NaiveDate, TimeZone};
use model::likeness::fold;
use model::{ActKind, Channel, ContactId, Direction, Moment};
use store::{Fault, Narrowed, Reader};

/// Who may be meant by a name, at most.
const NAMESAKES: u32 = 200;

/// Words in front of a colon that narrow.
const KEYS: &[&str] = &["from", "to", "with", "in", "before", "after", "act"];

/// Channels as they are typed, beside their own words.
const CHANNELS: &[(&str, Channel)] = &[
    ("mail", Channel::Email),
    ("e-mail", Channel::Email),
    ("whatsapp", Channel::Chat),
    ("telegram", Channel::Chat),
    ("slack", Channel::Chat),
    ("call", Channel::Phone),
    ("meeting", Channel::InPerson),
];

/// A search taken apart.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Wanted {
    /// Words to look for, as they were typed.
    pub(crate) words: String,
    /// Whom, by what was typed of their name, and which way.
    with: Vec<(String, Option<Direction>)>,
    channel: Option<Channel>,
    since: Option<Moment>,
    before: Option<Moment>,
    act: Option<ActKind>,
}

impl Wanted {
    /// Takes apart what was typed. A key with a value that means nothing stays a word.
    pub(crate) fn of(query: &str) -> Self {
        let pieces = pieces(query);
        let narrows = pieces.iter().any(|piece| keyed(piece).is_some());
        let mut wanted = Self::default();
        let mut words = Vec::new();
        for piece in pieces {
            let taken = match keyed(piece) {
                Some((key, value)) => wanted.take(&key, value),
                None if narrows => wanted.take_act(piece),
                None => false,
            };
            if !taken {
                words.push(piece);
            }
        }
        wanted.words = words.join(" ");
        wanted
    }

    /// Whether the value means something for the key.
    fn take(&mut self, key: &str, value: &str) -> bool {
        let value = value.trim_matches('"').trim();
        match key {
            "from" => self.whom(value, Some(Direction::In)),
            "to" => self.whom(value, Some(Direction::Out)),
            "with" => self.whom(value, None),
            "in" => set(&mut self.channel, channel(value)),
            "before" => set(&mut self.before, beginning(value)),
            "after" => set(&mut self.since, beginning(value)),
            "act" => set(&mut self.act, ActKind::from_word(&fold(value))),
            _ => false,
        }
    }

    /// While the name is still being typed, everything is let through.
    fn whom(&mut self, name: &str, direction: Option<Direction>) -> bool {
        if !name.is_empty() {
            self.with.push((name.to_owned(), direction));
        }
        true
    }

    fn take_act(&mut self, word: &str) -> bool {
        let act = match fold(word).as_str() {
            "asks" => ActKind::Ask,
            "gives" => ActKind::Give,
            _ => return false,
        };
        self.act = Some(act);
        true
    }

    /// With names found among the contacts: somebody unknown is nobody, and nothing is found.
    pub(crate) fn narrowed(&self, reader: &Reader<'_>) -> Result<Narrowed, Fault> {
        let mut contacts: Option<Vec<ContactId>> = None;
        for (name, _) in &self.with {
            let named = reader.contacts_named(name, NAMESAKES)?;
            contacts = Some(match contacts {
                Some(before) => before.into_iter().filter(|id| named.contains(id)).collect(),
                None => named,
            });
        }
        let directions: Vec<Direction> =
            self.with.iter().filter_map(|(_, direction)| *direction).collect();
        Ok(Narrowed {
            contacts,
            direction: directions.first().copied(),
            channel: self.channel,
            since: self.since,
            before: self.before,
            act: self.act,
        })
    }
}

/// Words and `key:value`s; quotes hold blanks together.
fn pieces(query: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let (mut start, mut quoted) = (None, false);
    for (at, letter) in query.char_indices() {
        quoted ^= letter == '"';
        match (letter.is_whitespace() && !quoted, start) {
            (true, Some(from)) => {
                pieces.extend(query.get(from..at));
                start = None;
            }
            (false, None) => start = Some(at),
            _ => {}
        }
    }
    pieces.extend(start.and_then(|from| query.get(from..)));
    pieces
}

/// The key and the value of a piece, where its key is one that narrows.
fn keyed(piece: &str) -> Option<(String, &str)> {
    let (key, value) = piece.split_once(':')?;
    let key = key.to_lowercase();
    KEYS.contains(&key.as_str()).then_some((key, value))
}

/// Sets what was told; whether anything was.
fn set<T>(place: &mut Option<T>, told: Option<T>) -> bool {
    let is_told = told.is_some();
    if is_told {
        *place = told;
    }
    is_told
}

fn channel(word: &str) -> Option<Channel> {
    let word = word.to_lowercase();
    let other = CHANNELS.iter().find(|(name, _)| *name == word).map(|(_, channel)| *channel);
    Channel::from_word(&word).or(other)
}

/// Where a year, a month or a day begins for the owner.
fn beginning(text: &str) -> Option<Moment> {
    let mut parts = text.split('-').map(|part| part.parse::<u32>().ok());
    let year = i32::try_from(parts.next()??).ok().filter(|year| (1900..3000).contains(year))?;
    let month = parts.next().unwrap_or(Some(1))?;
    let day = parts.next().unwrap_or(Some(1))?;
    if parts.next().is_some() {
        return None;
    }
    let midnight = NaiveDate::from_ymd_opt(year, month, day)?.and_hms_opt(0, 0, 0)?;
    Some(Moment::zoned(Local.from_local_datetime(&midnight).earliest()?.fixed_offset()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_narrows_is_taken_out_of_the_words() {
        let wanted = Wanted::of("budget from:ada in:LinkedIn before:2025-06 \"old plan\" -draft");
        assert_eq!(wanted.words, "budget \"old plan\" -draft");
        assert_eq!(wanted.with, [("ada".to_owned(), Some(Direction::In))]);
        assert_eq!(wanted.channel, Some(Channel::Linkedin));
        assert!(wanted.before.is_some() && wanted.since.is_none());
    }

    #[test]
    fn a_name_in_quotes_is_one_name() {
        let wanted = Wanted::of("to:\"Ada King\" hello");
        assert_eq!(wanted.with, [("Ada King".to_owned(), Some(Direction::Out))]);
        assert_eq!(wanted.words, "hello");
    }

    #[test]
    fn asks_is_a_word_until_something_else_narrows() {
        assert_eq!(Wanted::of("asks nicely").words, "asks nicely");
        let narrowed = Wanted::of("asks from:ada");
        assert_eq!((narrowed.act, narrowed.words.as_str()), (Some(ActKind::Ask), ""));
        assert_eq!(Wanted::of("act:give").act, Some(ActKind::Give));
    }

    #[test]
    fn a_key_with_a_value_that_means_nothing_stays_a_word() {
        for query in ["before:christmas", "in:love", "re:plan", "before:2025-13", "after:20250"] {
            assert_eq!(Wanted::of(query).words, query);
        }
    }

    #[test]
    fn a_month_begins_with_its_first_day() {
        assert_eq!(beginning("2025-06"), beginning("2025-06-01"));
        assert_eq!(beginning("2025"), beginning("2025-01-01"));
        assert!(beginning("2025-02-30").is_none() && beginning("2025-06-").is_none());
    }
}
