//! What works for this owner: which of the conversations they open are answered.

use super::history;
use crate::view::review::{RateView, WhatWorks};
use crate::{App, Trouble};
use judge::balance::{self, Opened, Rate, Sent};
use judge::draft::telling_words;
use judge::text;
use model::{Contact, ContactId, Direction, InteractionId, InteractionKind};
use std::cmp::Reverse;
use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap};
use store::{Fault, Reader, Thread};

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
    let mut opened = last_opened(reader)?;
    opened.sort_by_key(|(contact, it)| (*contact, it.moment));
    let mut sent = Vec::with_capacity(opened.len());
    for of_one in opened.chunk_by(|(one, _), (next, _)| one == next) {
        let Some((contact, _)) = of_one.first() else {
            continue;
        };
        let Some(contact) = reader.contact(*contact)? else {
            continue;
        };
        let known = known(reader, &contact)?;
        for (contact, opened) in of_one {
            sent.push(one(reader, (*contact, opened), &known)?);
        }
    }
    Ok(sent)
}

/// The last messages by which the owner opened a conversation with somebody.
fn last_opened(reader: &Reader<'_>) -> Result<Vec<(ContactId, Opened)>, Fault> {
    let mut threads: HashMap<(ContactId, Thread), Vec<Opened>> = HashMap::new();
    let mut found: Vec<(ContactId, Opened)> = Vec::new();
    reader.each_newest(Direction::Out, &mut |it| {
        let last = found.last().map(|(_, opened)| opened.moment.millis());
        if found.len() >= LAST && last != Some(it.at) {
            return Ok(false);
        }
        let opened = match threads.entry((it.contact, it.thread)) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => {
                let rows = reader.passed_in_with(it.contact, it.thread)?;
                new.insert(balance::opened(&history(&rows)))
            }
        };
        let this = opened.iter().find(|one| one.interaction == it.interaction);
        let this = this
            .filter(|one| one.direction == Direction::Out && one.kind == InteractionKind::Message);
        if let Some(this) = this {
            let first = this.first && !spoke_before(reader, it.contact, this)?;
            found.push((it.contact, Opened { first, ..this.clone() }));
        }
        Ok(true)
    })?;
    found.sort_by_key(|(contact, it)| (Reverse(it.moment), *contact));
    found.truncate(LAST);
    Ok(found)
}

/// Whether anybody had turned to the other before, in whichever thread.
fn spoke_before(reader: &Reader<'_>, contact: ContactId, opened: &Opened) -> Result<bool, Fault> {
    let mut spoke = false;
    reader.each_before(contact, Some(opened.moment), &mut |before| {
        spoke = balance::speaks(before.kind, before.direction);
        Ok(!spoke)
    })?;
    Ok(spoke)
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
    (contact, opened): (ContactId, &Opened),
    known: &BTreeSet<String>,
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
        about_them: !said.is_disjoint(known) || takes_up(reader, &said, (contact, opened))?,
        answered: opened.answered,
    })
}

/// Whether it takes up a word of what they last wrote before it.
fn takes_up(
    reader: &Reader<'_>,
    said: &BTreeSet<String>,
    (contact, opened): (ContactId, &Opened),
) -> Result<bool, Fault> {
    let mut theirs = Vec::with_capacity(BEFORE);
    reader.each_before(contact, Some(opened.moment), &mut |before| {
        theirs.extend(Some(before.interaction).filter(|_| before.direction == Direction::In));
        Ok(theirs.len() < BEFORE)
    })?;
    for interaction in theirs {
        if !said.is_disjoint(&telling_words(&own_words(reader, interaction)?)) {
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
