//! Circles: people to keep in touch with at one pace.

use crate::row::{self, Kind, Row};
use crate::{Fault, Reader, Writer};
use model::{Circle, CircleId, Uid};
use rusqlite::types::Value;

pub(crate) static CIRCLE: Kind = Kind {
    word: "circle",
    table: "circle",
    fields: &["name", "cadence_days"],
    after: |writer, _| {
        writer.touched.circles = true;
        Ok(())
    },
};

pub(crate) const KINDS: &[&Kind] = &[&CIRCLE];

impl Reader<'_> {
    /// The circles, the ones seen most often first.
    pub fn circles(&self) -> Result<Vec<Circle>, Fault> {
        let mut ask = self.db().prepare_cached(include_str!("circle/all.sql"))?;
        let circles = ask.query_map([], |row| {
            Ok(Circle {
                id: CircleId(Uid::from_bytes(row.get(0)?)),
                name: row.get(1)?,
                cadence_days: row.get(2)?,
            })
        })?;
        Ok(circles.collect::<Result<_, _>>()?)
    }
}

impl Writer<'_> {
    /// A name for a new circle.
    pub fn new_circle_id(&mut self) -> CircleId {
        CircleId(self.new_uid())
    }

    /// Adds a circle or changes the kept one.
    pub fn save_circle(&mut self, circle: &Circle) -> Result<bool, Fault> {
        let fields = [
            ("name", row::text(&circle.name)),
            ("cadence_days", Value::Integer(circle.cadence_days.into())),
        ];
        self.make(Row::new(&CIRCLE, circle.id.0), &fields)
    }

    /// Removes a circle. Its people are in none, until it comes back.
    pub fn remove_circle(&mut self, id: CircleId) -> Result<bool, Fault> {
        self.remove(Row::new(&CIRCLE, id.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Deed;
    use crate::told::{now, store};

    #[test]
    fn circles_are_read_by_their_pace() {
        let store = store();
        let circle = |name: &str, cadence_days| {
            let id = CircleId(Uid::derived(&[name.as_bytes()]));
            Circle { id, name: name.into(), cadence_days }
        };
        let [family, work] = [circle("Family", 7), circle("Work", 90)];
        let (wanted, id) = ([family.clone(), work.clone()], family.id);
        store.told(Deed::EditCircle, move |w| {
            w.save_circle(&work)?;
            w.save_circle(&family)
        });
        assert_eq!(store.asked(|r| r.circles()), wanted);
        assert!(store.told(Deed::EditCircle, move |w| w.remove_circle(id)).touched.circles);
        assert_eq!(store.asked(|r| r.circles()), wanted[1..]);
        store.undo(now()).unwrap();
        let slower = Circle { cadence_days: 365, ..wanted[0].clone() };
        store.told(Deed::EditCircle, move |w| w.save_circle(&slower));
        assert_eq!(store.asked(|r| r.circles())[1].cadence_days, 365);
    }
}
