//! Two contacts that are one person: found, compared, joined, and taken apart again.

use super::views;
use crate::done::done;
use crate::view::contact::{ComparedField, Comparison, ContactCard, ContactRow, LikelySame};
use crate::view::deed::{ContactRef, Done};
use crate::{App, Trouble, parse};
use model::likeness::{self, Likeness, Reason};
use model::{Contact, ContactId};
use store::Deed;

impl App {
    /// Two contacts side by side.
    ///
    /// # Errors
    /// Where one of them is not there.
    pub fn compare_contacts(&self, left: &str, right: &str) -> Result<Comparison, Trouble> {
        let (left, right) = (self.contact(left)?, self.contact(right)?);
        let likeness = likeness::of(&*self.likely.commonness(self.store())?, &left, &right);
        let now = self.now();
        let (left, right) = self.store().read(|reader| {
            Ok((views::card(reader, &left, now)?, views::card(reader, &right, now)?))
        })?;
        Ok(Comparison {
            fields: compared_fields(&left, &right),
            left,
            right,
            reasons: reasons_in_words(&likeness),
            likeness: score(&likeness),
        })
    }

    /// Makes `merged` part of `kept`. Nothing of either is lost.
    ///
    /// # Errors
    /// Where one of them is not there, or both are the same.
    pub fn merge_contacts(&self, kept: &str, merged: &str) -> Result<Done<ContactRef>, Trouble> {
        let (kept, merged) = (self.contact(kept)?, self.contact(merged)?);
        if kept.id == merged.id {
            return Err(parse::not_understood("these two are one contact already"));
        }
        let answer = ContactRef::from(&kept);
        let made_one = self.store().transact(Deed::MergeContacts, self.now(), move |writer| {
            writer.merge_contacts(kept.id, merged.id)
        })?;
        Ok(done(made_one, Deed::MergeContacts, |_| answer))
    }

    /// Keeps that two contacts are two people, however alike they are: they are not proposed
    /// again.
    ///
    /// # Errors
    /// Where one of them is not there, or both are the same.
    pub fn tell_apart(&self, one: &str, other: &str) -> Result<Done<()>, Trouble> {
        let (one, other) = (self.contact(one)?, self.contact(other)?);
        if one.id == other.id {
            return Err(parse::not_understood("these two are one contact"));
        }
        let told = self.store().transact(Deed::TellApart, self.now(), move |writer| {
            writer.tell_apart(one.id, other.id)
        })?;
        Ok(done(told, Deed::TellApart, |_| ()))
    }

    /// Takes apart what was made one.
    ///
    /// # Errors
    /// Where it was not merged.
    pub fn unmerge_contact(&self, merged: &str) -> Result<Done<()>, Trouble> {
        let merged: ContactId = parse::id(merged, "contact")?;
        let apart = self.store().transact(Deed::UnmergeContact, self.now(), move |writer| {
            writer.unmerge_contact(merged)
        })?;
        Ok(done(apart, Deed::UnmergeContact, |_| ()))
    }

    /// Pairs of contacts that may be one person, the likeliest first, at most so many. Among many
    /// thousands they take seconds to find, and are remembered until something changes.
    ///
    /// # Errors
    /// Only of the store.
    pub fn likely_same(&self, most: usize) -> Result<Vec<LikelySame>, Trouble> {
        let pairs = self.likely.pairs(self.store())?;
        Ok(pairs.iter().take(most).map(|(a, b, likeness)| likely(a, b, likeness)).collect())
    }
}

fn likely(left: &Contact, right: &Contact, likeness: &Likeness) -> LikelySame {
    LikelySame {
        left: ContactRow::from(left),
        right: ContactRow::from(right),
        reasons: reasons_in_words(likeness),
        likeness: score(likeness),
    }
}

#[allow(clippy::cast_possible_truncation, reason = "a figure between 0 and 1 for the screen")]
fn score(likeness: &Likeness) -> f32 {
    likeness.score as f32
}

fn reasons_in_words(likeness: &Likeness) -> Vec<String> {
    let words = |reason: &Reason| match reason {
        Reason::SameIdentity(identity) => format!("both have {identity}"),
        Reason::SamePhone => "phone numbers that end alike".to_owned(),
        Reason::SameName => "the same name".to_owned(),
        Reason::ShortName => "a shorter form of the same name".to_owned(),
        Reason::CloseName => "nearly the same name".to_owned(),
        Reason::SameOrganisation => "the same organisation".to_owned(),
        Reason::AddressThere => "an address at the other's organisation".to_owned(),
        Reason::SameBirthday => "the same birthday".to_owned(),
        Reason::SamePlace => "the same place".to_owned(),
    };
    likeness.reasons.iter().map(words).collect()
}

fn compared_fields(left: &ContactCard, right: &ContactCard) -> Vec<ComparedField> {
    let identities = |card: &ContactCard| {
        card.identities.iter().map(|i| i.shown.clone()).collect::<Vec<_>>().join("\n")
    };
    let dates = |card: &ContactCard| {
        let lines = card.dates.iter().map(|date| format!("{} {}", date.label, date.day));
        lines.collect::<Vec<_>>().join("\n")
    };
    let rows = [
        ("name", left.name.clone(), right.name.clone()),
        ("organisation", left.organisation.clone(), right.organisation.clone()),
        ("title", left.title.clone(), right.title.clone()),
        ("addresses", identities(left), identities(right)),
        ("location", left.location.clone(), right.location.clone()),
        ("headline", left.headline.clone(), right.headline.clone()),
        ("pronouns", left.pronouns.clone(), right.pronouns.clone()),
        ("days", dates(left), dates(right)),
        ("tags", left.tags.join(", "), right.tags.join(", ")),
        ("how you met", left.how_met.clone(), right.how_met.clone()),
        ("notes", left.notes.len().to_string(), right.notes.len().to_string()),
        ("messages", passed(left), passed(right)),
    ];
    let shown = rows.into_iter().filter(|(_, l, r)| !(l.is_empty() && r.is_empty()));
    let field = |(field, left, right): (&str, String, String)| ComparedField {
        field: field.to_owned(),
        same: left == right,
        left,
        right,
    };
    shown.map(field).collect()
}

fn passed(card: &ContactCard) -> String {
    format!("{} from them, {} from you", card.balance.received, card.balance.sent)
}
