//! Several values of one sort (addresses, posts, days, tags): rows of their own with a place
//! that orders them. What a merged contact brings is read after what the kept one has.

use crate::row::{self, Kind, REMOVED, Row};
use crate::{Author, Fault, Reader, Writer};
use model::{ContactId, Uid};
use rusqlite::types::Value;
use std::collections::BTreeSet;

/// What a merged contact's children are moved behind the kept one's by, when read.
/// The same figure stands in the SQL.
const BEHIND: i64 = 1_000_000;

/// One sort of children.
pub(crate) struct Sort {
    pub(crate) kind: &'static Kind,
    /// The live ones of a contact and of those merged into it, in order:
    /// uid, contact, place as read, and the fields of the kind after `contact` and `place`.
    pub(crate) ask: &'static str,
    /// Those that were removed, in the same columns.
    pub(crate) ask_removed: &'static str,
    /// By how many leading fields two values are one that changed.
    pub(crate) key: usize,
    /// By how many leading fields a value is the one that the owner removed.
    pub(crate) same: usize,
}

/// Whose children they are.
#[derive(Clone, Copy)]
pub(crate) struct Parent {
    pub(crate) contact: ContactId,
    /// Its row number; `None` where it was made just now and has no children yet.
    pub(crate) row: Option<i64>,
}

/// A child as it is kept.
pub(crate) struct Kept {
    uid: Uid,
    of: [u8; 16],
    place: i64,
    pub(crate) values: Vec<Value>,
}

impl Sort {
    fn fields(&self) -> &'static [&'static str] {
        self.kind.fields.get(2..).unwrap_or_default()
    }
}

impl Reader<'_> {
    /// The children of a contact (named by the row number under which it is read), in order.
    pub(crate) fn children(&self, sort: &Sort, contact: i64) -> Result<Vec<Kept>, Fault> {
        self.kept_children((sort, sort.ask), contact)
    }

    fn kept_children(&self, (sort, ask): (&Sort, &str), contact: i64) -> Result<Vec<Kept>, Fault> {
        let mut ask = self.db().prepare_cached(ask)?;
        let mut rows = ask.query([contact])?;
        let mut kept = Vec::new();
        while let Some(row) = rows.next()? {
            let values = (0..sort.fields().len()).map(|place| row.get(place + 3));
            kept.push(Kept {
                uid: Uid::from_bytes(row.get(0)?),
                of: row.get(1)?,
                place: row.get(2)?,
                values: values.collect::<Result<_, _>>()?,
            });
        }
        Ok(kept)
    }
}

/// The children of one sort as they are to be, beside those that are kept.
struct Meeting<'s> {
    sort: &'s Sort,
    contact: ContactId,
    kept: Vec<Kept>,
    /// For each wanted one the kept one that it is.
    is: Vec<Option<usize>>,
    wanted: Vec<Vec<Value>>,
}

impl<'s> Meeting<'s> {
    fn new(
        sort: &'s Sort,
        contact: ContactId,
        (kept, wanted): (Vec<Kept>, Vec<Vec<Value>>),
    ) -> Self {
        let mut distinct: Vec<Vec<Value>> = Vec::new();
        for values in wanted {
            if !distinct.contains(&values) {
                distinct.push(values);
            }
        }
        let mut meeting =
            Self { sort, contact, kept, is: vec![None; distinct.len()], wanted: distinct };
        meeting.pair(usize::MAX);
        meeting.pair(sort.key);
        meeting
    }

    /// Pairs what is wanted with what is kept, equal in the leading `fields`.
    fn pair(&mut self, fields: usize) {
        let mut taken: BTreeSet<usize> = self.is.iter().flatten().copied().collect();
        for (wanted, is) in self.wanted.iter().zip(&mut self.is) {
            if is.is_none() {
                let found = self.kept.iter().enumerate().find(|(place, kept)| {
                    !taken.contains(place) && alike(&kept.values, wanted, fields)
                });
                *is = found.map(|(place, _)| place);
                taken.extend(*is);
            }
        }
    }

    /// Kept ones that nobody wants; the double of a wanted one (a merge brought it) stays.
    fn unwanted(&self) -> impl Iterator<Item = &Kept> {
        let taken: BTreeSet<usize> = self.is.iter().flatten().copied().collect();
        self.kept.iter().enumerate().filter_map(move |(place, kept)| {
            let double = self.wanted.contains(&kept.values);
            (!taken.contains(&place) && !double).then_some(kept)
        })
    }

    /// Where each wanted one is to stand, as read: the kept ones where they are and the new
    /// ones behind them, if that is the wanted order; else all in turn.
    fn places(&self) -> Vec<i64> {
        if !self.is_in_order() {
            return (1..).take(self.wanted.len()).collect();
        }
        let mut last = self.kept.iter().map(|kept| kept.place).max().unwrap_or(0);
        let mut next = || {
            last += 1;
            last
        };
        let kept = |is: &Option<usize>| is.and_then(|is| self.kept.get(is)).map(|kept| kept.place);
        self.is.iter().map(|is| kept(is).unwrap_or_else(&mut next)).collect()
    }

    fn is_in_order(&self) -> bool {
        let met = self.is.iter().flatten();
        let new_last = self.is.iter().skip_while(|is| is.is_some()).all(Option::is_none);
        new_last && met.is_sorted()
    }
}

fn is_refused(refused: &[Kept], values: &[Value], same: usize) -> bool {
    refused.iter().any(|gone| alike(&gone.values, values, same))
}

fn alike(a: &[Value], b: &[Value], fields: usize) -> bool {
    a.iter().take(fields).eq(b.iter().take(fields))
}

impl Writer<'_> {
    /// Makes the children of one sort what they are wanted to be: values and order.
    pub(crate) fn save_children(
        &mut self,
        sort: &Sort,
        parent: Parent,
        wanted: Vec<Vec<Value>>,
    ) -> Result<bool, Fault> {
        let (kept, refused) = match parent.row {
            Some(row) => (self.children(sort, row)?, self.refused(sort, row)?),
            None => (Vec::new(), Vec::new()),
        };
        if kept.iter().map(|kept| &kept.values).eq(&wanted) {
            return Ok(false);
        }
        let meeting = Meeting::new(sort, parent.contact, (kept, wanted));
        let mut changed = false;
        for kept in meeting.unwanted() {
            changed |= self.remove(Row::new(sort.kind, kept.uid))?;
        }
        changed |= self.write_wanted(&meeting, &refused)?;
        Ok(changed)
    }

    /// What the owner removed, where it is not the owner who writes.
    fn refused(&self, sort: &Sort, head: i64) -> Result<Vec<Kept>, Fault> {
        if self.author == Author::Owner {
            return Ok(Vec::new());
        }
        let mut removed = self.kept_children((sort, sort.ask_removed), head)?;
        let mut refused = Vec::new();
        for kept in removed.drain(..) {
            if self.owner_wrote(&kept.uid, REMOVED)? {
                refused.push(kept);
            }
        }
        Ok(refused)
    }

    fn write_wanted(&mut self, meeting: &Meeting<'_>, refused: &[Kept]) -> Result<bool, Fault> {
        let sort = meeting.sort;
        let mut changed = false;
        let wanted = meeting.wanted.iter().zip(&meeting.is);
        for ((values, is), place) in wanted.zip(meeting.places()) {
            match is.and_then(|is| meeting.kept.get(is)) {
                Some(kept) => {
                    changed |= self.change_child(sort, kept, values)?;
                    changed |= self.move_child(meeting, kept, place)?;
                }
                None if is_refused(refused, values, sort.same) => {}
                None => {
                    self.add_child(meeting, values, place)?;
                    changed = true;
                }
            }
        }
        Ok(changed)
    }

    fn change_child(&mut self, sort: &Sort, kept: &Kept, values: &[Value]) -> Result<bool, Fault> {
        let row = Row::new(sort.kind, kept.uid);
        let mut changed = false;
        for ((field, old), new) in sort.fields().iter().zip(&kept.values).zip(values) {
            if old != new {
                changed |= self.set(row, field, new.clone())?;
            }
        }
        Ok(changed)
    }

    fn move_child(
        &mut self,
        meeting: &Meeting<'_>,
        kept: &Kept,
        place: i64,
    ) -> Result<bool, Fault> {
        let own = kept.of == *meeting.contact.0.as_bytes();
        let place = if own { place } else { place - BEHIND };
        self.set(Row::new(meeting.sort.kind, kept.uid), "place", Value::Integer(place))
    }

    fn add_child(
        &mut self,
        meeting: &Meeting<'_>,
        values: &[Value],
        place: i64,
    ) -> Result<(), Fault> {
        let mut fields =
            vec![("contact", row::uid(meeting.contact.0)), ("place", Value::Integer(place))];
        fields.extend(meeting.sort.fields().iter().copied().zip(values.iter().cloned()));
        let uid = self.new_uid();
        self.insert(Row::new(meeting.sort.kind, uid), &fields)
    }
}
