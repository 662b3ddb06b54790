//! The list of contacts: a line for each, drawn again whenever one has changed, and the
//! words by which it is found.

mod ask;

pub use ask::{ContactPage, ContactRow, ListKind, ListOrder, ListWanted};

use crate::{Fault, Writer};
use model::{Contact, ContactId, Uid, likeness};
use rusqlite::params;
use std::collections::BTreeSet;

/// Draws again the lines of all contacts that this transaction changed.
pub(crate) fn draw_stale(writer: &mut Writer<'_>) -> Result<(), Fault> {
    while let Some(uid) = writer.stale.pop_first() {
        let part = ContactId(uid);
        let head = writer.resolve(part)?;
        if head != part {
            rub_out(writer, part)?;
            writer.stale.insert(head.0);
            continue;
        }
        rub_out(writer, head)?;
        if let Some(contact) = writer.contact(head)? {
            writer.draw(&contact)?;
        }
    }
    Ok(())
}

impl Writer<'_> {
    /// Draws every line again.
    pub(crate) fn draw_all(&mut self) -> Result<(), Fault> {
        self.db().execute_batch("DELETE FROM derived_line; DELETE FROM derived_word;")?;
        self.follow_all_aliases()?;
        self.stale = self.contact_ids()?.into_iter().map(|id| id.0).collect::<BTreeSet<Uid>>();
        draw_stale(self)
    }

    /// Draws the line of a contact that has none.
    pub(crate) fn draw(&self, contact: &Contact) -> Result<(), Fault> {
        let row = self.contact_row(contact.id)?.ok_or(Fault::Missing("contact"))?;
        self.db().prepare_cached(include_str!("list/add_line.sql"))?.execute(params![
            row,
            likeness::fold(shown(contact)),
            shown(contact),
            contact.organisation(),
            contact.title(),
            contact.automated,
        ])?;
        let mut add = self.db().prepare_cached(include_str!("list/add_word.sql"))?;
        for word in words(contact) {
            add.execute(params![word, row])?;
        }
        Ok(())
    }
}

fn rub_out(writer: &Writer<'_>, contact: ContactId) -> Result<(), Fault> {
    let uid = contact.0.as_bytes();
    writer.db().prepare_cached(include_str!("list/rub_out_line.sql"))?.execute([uid])?;
    writer.db().prepare_cached(include_str!("list/rub_out_words.sql"))?.execute([uid])?;
    Ok(())
}

/// The name, or for somebody nameless the first address.
fn shown(contact: &Contact) -> &str {
    match contact.identities.first() {
        Some(identity) if contact.name.is_empty() => identity.value(),
        _ => &contact.name.shown,
    }
}

/// Every folded word by which a contact is found.
fn words(contact: &Contact) -> BTreeSet<String> {
    let name = &contact.name;
    let texts = [&name.shown, &name.given, &name.middle, &name.family, &name.nickname];
    let posts = [contact.organisation(), contact.title()];
    let identities = contact.identities.iter().map(model::Identity::value);
    let all = texts.into_iter().chain(&contact.tags).map(String::as_str);
    let mut words = BTreeSet::new();
    for text in all.chain(posts).chain(identities) {
        for word in likeness::fold(text).split_whitespace() {
            words.extend(tails(word).map(str::to_owned));
        }
    }
    words
}

/// The word; where a script writes without spaces also what begins at each of its characters.
fn tails(word: &str) -> impl Iterator<Item = &str> {
    let mut inner = word.char_indices();
    inner.next();
    let starts = inner.filter(|(_, c)| is_unspaced(*c)).map(|(at, _)| at);
    std::iter::once(0).chain(starts).filter_map(|at| word.get(at..))
}

/// Han, Hiragana, Katakana and Hangul.
fn is_unspaced(c: char) -> bool {
    matches!(u32::from(c), 0x3040..=0x30ff | 0x3400..=0x9fff | 0xac00..=0xd7af | 0xf900..=0xfaff | 0x2_0000..=0x3_ffff)
}

#[cfg(test)]
mod tests;
