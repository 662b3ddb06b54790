//! What people wrote to each other, as the tables tell it: `>` from the owner, `<` to them.

use super::table::{self, Entry};
use model::Direction;

const TABLES: [&str; 5] = [
    include_str!("talk/friend.txt"),
    include_str!("talk/peer.txt"),
    include_str!("talk/client.txt"),
    include_str!("talk/other.txt"),
    include_str!("talk/tongues.txt"),
];
const NAMED: &str = include_str!("talk/named.txt");
const CAMPAIGNS: &str = include_str!("talk/campaign.txt");
const ANSWERS: &str = include_str!("talk/answers.txt");

/// A conversation as it was written down: whom it fits, title, tongue, days ago.
pub(super) struct Script {
    entry: Entry,
    /// Who says what, in order.
    pub(super) lines: Vec<(Direction, &'static str)>,
}

impl Script {
    fn of(entry: Entry) -> Self {
        Self { lines: entry.lines.iter().copied().filter_map(line).collect(), entry }
    }

    /// Whether somebody with this tie, who writes this tongue, may have had it.
    pub(super) fn fits(&self, tie: &str, tongue: &str) -> bool {
        let ties = self.entry.head(0);
        let tied = tie.split(' ').any(|tie| ties.split(' ').any(|one| one == tie));
        tied && (self.tongue().is_empty() || self.tongue() == tongue)
    }

    /// Whether this side opens it and the other answers.
    pub(super) fn is_opened_by(&self, side: Direction) -> bool {
        let opens = self.lines.first().is_some_and(|(who, _)| *who == side);
        opens && self.lines.iter().any(|(who, _)| *who != side)
    }

    /// Those it was written for, where it was written for somebody.
    pub(super) fn names(&self) -> impl Iterator<Item = &'static str> {
        let names = self.entry.head(0).strip_prefix('@').unwrap_or_default();
        names.split(", ").filter(|name| !name.is_empty())
    }

    /// What it is about.
    pub(super) fn title(&self) -> &'static str {
        self.entry.head(1)
    }

    /// `pt` or `de`; empty for English.
    pub(super) fn tongue(&self) -> &'static str {
        self.entry.head(2)
    }

    /// How many days ago it ended, where that is told.
    pub(super) fn ago(&self) -> i64 {
        self.entry.head(3).parse().unwrap_or(0)
    }
}

fn line(line: &'static str) -> Option<(Direction, &'static str)> {
    match line.split_once(' ')? {
        (">", text) => Some((Direction::Out, text)),
        ("<", text) => Some((Direction::In, text)),
        _ => None,
    }
}

/// Conversations that anybody with the right tie may have had.
pub(super) fn common() -> Vec<Script> {
    let entries = TABLES.into_iter().flat_map(table::entries);
    entries.map(Script::of).collect()
}

/// Conversations written for one person.
pub(super) fn named() -> Vec<Script> {
    table::entries(NAMED).into_iter().map(Script::of).collect()
}

/// What went out to many.
pub(super) fn campaigns() -> Vec<Script> {
    let entries = table::entries(CAMPAIGNS).into_iter();
    entries.map(Script::of).collect()
}

/// What a few of the many answered.
pub(super) fn answers() -> Vec<(Direction, &'static str)> {
    ANSWERS.lines().filter_map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::people;
    use std::collections::BTreeSet;

    #[test]
    fn every_line_is_somebodys() {
        for script in common().into_iter().chain(named()).chain(campaigns()) {
            assert_eq!(script.lines.len(), script.entry.lines.len(), "{}", script.title());
            assert!(!script.lines.is_empty() && !script.title().is_empty());
        }
    }

    #[test]
    fn whoever_is_named_is_known() {
        let known: BTreeSet<_> = people::all().iter().map(people::Person::shown).collect();
        for script in named().iter().chain(&campaigns()) {
            assert!(script.names().count() > 0 && script.ago() > 0);
            assert!(script.names().all(|name| known.contains(name)), "{}", script.title());
        }
    }

    #[test]
    fn there_are_many_sentences_and_no_two_are_the_same() {
        let scripts: Vec<_> = common().into_iter().chain(named()).collect();
        let texts = scripts.iter().flat_map(|script| &script.lines);
        let sentences: Vec<&str> = texts
            .flat_map(|(_, text)| text.split_inclusive(['.', '!', '?']))
            .map(str::trim)
            .filter(|sentence| sentence.split(' ').count() > 4)
            .collect();
        let distinct: BTreeSet<_> = sentences.iter().collect();
        assert!(distinct.len() > 500, "{}", distinct.len());
        assert!(sentences.len() - distinct.len() < 5);
    }
}
