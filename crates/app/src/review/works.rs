//! What works for this owner: which of the conversations they open are answered.

use super::history;
use crate::view::review::{RateView, WhatWorks};
use crate::{App, Trouble};
use judge::balance::{self, Opened, Rate, Sent};
use judge::draft::telling_words;
use judge::text;
use model::{Contact, ContactId, Direction, InteractionId, InteractionKind};
use std::collections::BTreeSet;
use store::{Fault, PassedRow, Reader};

/// So many of the last openings are read.
const LAST: usize = 1000;
/// So many of their messages before an opening are what it may take up.
const BEFORE: usize = 3;

impl App {
    /// How often the owner's openings are answered, by sort.
    ///
    /// # Errors
    /// Only of the store.
    pub fn what_works(&self) -> Result<WhatWorks, Trouble> {
        let sent = self.store().read(sent)?;
        let rates = balance::rates(&sent, self.now());
        Ok(WhatWorks { rates: rates.iter().map(rate_view).collect() })
    }
}

fn rate_view(rate: &Rate) -> RateView {
    RateView {
        sort: rate.sort.word().to_owned(),
        sent: rate.sent,
        answered: rate.answered,
        from: rate.between.map(|(from, _)| from as f32),
        to: rate.between.map(|(_, to)| to as f32),
    }
}

/// The last conversations that the owner opened, each with whom.
pub(super) fn sent(reader: &Reader<'_>) -> Result<Vec<Sent>, Fault> {
    let all = reader.passed_all()?;
    let mut opened: Vec<(ContactId, &[PassedRow], Opened)> = Vec::new();
    for (contact, rows) in &all {
        let mine = balance::opened(&history(rows)).into_iter();
        let mine =
            mine.filter(|it| it.direction == Direction::Out && it.kind == InteractionKind::Message);
        opened.extend(mine.map(|it| (*contact, rows.as_slice(), it)));
    }
    opened.sort_by_key(|(contact, _, it)| (std::cmp::Reverse(it.moment), *contact));
    opened.truncate(LAST);
    opened.sort_by_key(|(contact, _, it)| (*contact, it.moment));
    let mut sent = Vec::with_capacity(opened.len());
    for of_one in opened.chunk_by(|(one, ..), (next, ..)| one == next) {
        let Some((contact, rows, _)) = of_one.first() else {
            continue;
        };
        let Some(contact) = reader.contact(*contact)? else {
            continue;
        };
        let known = known(reader, &contact)?;
        for (_, _, opened) in of_one {
            sent.push(one(reader, opened, (&known, rows))?);
        }
    }
    Ok(sent)
}

/// The words that are about somebody: of their work and of what the owner noted.
fn known(reader: &Reader<'_>, contact: &Contact) -> Result<BTreeSet<String>, Fault> {
    let mut words = BTreeSet::new();
    for post in &contact.positions {
        words.extend(telling_words(&post.organisation));
        words.extend(telling_words(&post.title));
    }
    for note in reader.notes_of(contact.id)? {
        words.extend(telling_words(&note.text));
    }
    Ok(words)
}

fn one(
    reader: &Reader<'_>,
    opened: &Opened,
    (known, rows): (&BTreeSet<String>, &[PassedRow]),
) -> Result<Sent, Fault> {
    let written = own_words(reader, opened.interaction)?;
    let said = telling_words(&written);
    Ok(Sent {
        interaction: opened.interaction,
        moment: opened.moment,
        words: text::words(&written).len(),
        asks: opened.asks,
        gives: opened.gives,
        first: opened.first,
        about_them: !said.is_disjoint(known) || takes_up(reader, &said, (opened, rows))?,
        answered: opened.answered,
    })
}

/// Whether it takes up a word of what they last wrote before it.
fn takes_up(
    reader: &Reader<'_>,
    said: &BTreeSet<String>,
    (opened, rows): (&Opened, &[PassedRow]),
) -> Result<bool, Fault> {
    let theirs = rows
        .iter()
        .rev()
        .filter(|row| row.direction == Direction::In && row.moment < opened.moment);
    for row in theirs.take(BEFORE) {
        if !said.is_disjoint(&telling_words(&own_words(reader, row.interaction)?)) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// What was written, without greeting, closing and quotes.
fn own_words(reader: &Reader<'_>, id: InteractionId) -> Result<String, Fault> {
    let text = reader.interaction(id)?.map(|it| it.text).unwrap_or_default();
    let sentences = text::own_sentences(&text);
    let said = sentences.into_iter().filter_map(|at| text.get(at));
    Ok(said.collect::<Vec<_>>().join("\n"))
}
