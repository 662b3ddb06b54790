//! What the day holds: who waits for an answer, whom the owner loses touch with, days that
//! matter. Facts by date; whether they matter today is for others to say.

use crate::interaction::{moment, uid};
use crate::{Fault, Reader};
use model::{ContactId, DatedDay, Day, InteractionId, Moment};
use rusqlite::params;

/// After this nobody waits any more.
const WAITS_FOR_DAYS: i64 = 60;
const DAY_MILLIS: i64 = 86_400_000;

/// Somebody who waits for an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitingRow {
    /// Who.
    pub contact: ContactId,
    /// Their last message.
    pub interaction: InteractionId,
    /// When they wrote it.
    pub at: Moment,
    /// Whether it asks for something.
    pub asks: bool,
}

/// Somebody with whom nothing passed for longer than their circle's cadence.
pub type LosingTouch = (ContactId, Option<Moment>, u32);

impl Reader<'_> {
    /// Whose message of the last sixty days is the newest of its conversation (one without a
    /// conversation: the newest that passed with them), was addressed to the owner alone, and
    /// is neither automated nor hidden. One row for a contact, the newest first.
    pub fn waiting(&self, limit: u32, now: Moment) -> Result<Vec<WaitingRow>, Fault> {
        let since = now.millis().saturating_sub(WAITS_FOR_DAYS * DAY_MILLIS);
        let mut ask = self.db().prepare_cached(include_str!("today/waiting.sql"))?;
        let rows = ask.query_map(params![since, now.millis(), limit], |row| {
            Ok(WaitingRow {
                contact: ContactId(uid(row, 0)?),
                interaction: InteractionId(uid(row, 1)?),
                at: moment(row, 2)?,
                asks: row.get(4)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Contacts of a circle with whom nothing passed for longer than its cadence, the most
    /// overdue first; those who asked that nothing be sent are not in it.
    pub fn losing_touch(&self, now: Moment) -> Result<Vec<LosingTouch>, Fault> {
        let mut ask = self.db().prepare_cached(include_str!("today/losing_touch.sql"))?;
        let rows = ask.query_map([now.millis()], |row| {
            let last: Option<i64> = row.get(1)?;
            let offset = row.get(2)?;
            let last = last.map(|last| Moment::from_millis(last, offset));
            Ok((ContactId(uid(row, 0)?), last, row.get(3)?))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Every day that matters, of everybody who is no automated sender.
    pub fn dated_days(&self) -> Result<Vec<(ContactId, DatedDay)>, Fault> {
        let mut ask = self.db().prepare_cached(include_str!("today/dated_days.sql"))?;
        let mut rows = ask.query([])?;
        let mut days = Vec::new();
        while let Some(row) = rows.next()? {
            if let Some(day) = Day::parse(row.get_ref(2)?.as_str().unwrap_or_default()) {
                let label = row.get(1)?;
                days.push((ContactId(uid(row, 0)?), DatedDay { label, day }));
            }
        }
        Ok(days)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::told::{ago, from, message, now, person, scans, store, to, within};
    use crate::{Author, Deed, Mark, Store};
    use model::{Act, ActKind, Circle, Direction, Interaction, Role};

    fn who(store: &Store) -> Vec<ContactId> {
        let rows = store.asked(|reader| reader.waiting(20, now()));
        rows.into_iter().map(|row| row.contact).collect()
    }

    #[test]
    fn whose_message_is_the_newest_waits() {
        let store = store();
        store.knows(&["Ada", "Bea"]);
        let told = [
            within("a", to(5, "Ada", "Hello")),
            within("a", from(4, "Ada", "Hello, could you?")),
            within("b", from(3, "Bea", "Hello")),
            within("b", to(2, "Bea", "Answered")),
        ];
        let asking = told[1].id;
        store.keeps(&told);
        store.told(Deed::Judge, move |writer| {
            let ask = Act { kind: ActKind::Ask, sentence: 0..17, certainty: 0.9 };
            writer.put_acts(asking, &[ask], 1)
        });
        let row =
            WaitingRow { contact: person("Ada"), interaction: asking, at: ago(4), asks: true };
        assert_eq!(store.asked(|reader| reader.waiting(20, now())), [row]);
    }

    #[test]
    fn one_without_a_conversation_is_answered_by_whatever_follows() {
        let store = store();
        store.knows(&["Ada", "Bea"]);
        store.keeps(&[from(5, "Ada", "Call me"), from(5, "Bea", "Call me")]);
        store.keeps(&[message(Direction::Between, 4, &["Bea"], "Called")]);
        assert_eq!(who(&store), [person("Ada")]);
    }

    #[test]
    fn everybody_waits_once_with_the_newest_and_the_newest_comes_first() {
        let store = store();
        store.knows(&["Ada", "Bea"]);
        let told = [
            within("a", from(5, "Ada", "One")),
            within("b", from(2, "Ada", "Another")),
            within("c", from(3, "Bea", "A third")),
        ];
        store.keeps(&told);
        let rows = store.asked(|reader| reader.waiting(20, now()));
        let waiting: Vec<_> = rows.iter().map(|row| row.interaction).collect();
        assert_eq!(waiting, [told[1].id, told[2].id]);
        assert_eq!(store.asked(|reader| reader.waiting(1, now())).len(), 1);
    }

    #[test]
    fn not_everything_that_comes_in_waits() {
        let store = store();
        store.knows(&["Ada", "Bea", "Bot"]);
        let mut to_others = message(Direction::In, 3, &["Ada", "Bea"], "Dear both");
        to_others.participants[1].role = Role::To;
        let hidden = from(2, "Ada", "Hidden");
        let hidden_id = hidden.id;
        store.keeps(&[
            from(61, "Ada", "Long ago"),
            to_others,
            hidden,
            Interaction { automated: true, ..from(2, "Bea", "Out of office") },
            Interaction { kind: model::InteractionKind::Invitation, ..from(1, "Bea", "Join") },
            from(-1, "Bea", "From tomorrow"),
            within("bot", from(1, "Bot", "Buy")),
        ]);
        store.told(Deed::KeepAutomated, move |writer| {
            writer.set_automated(person("Bot"), true)?;
            writer.mark(hidden_id, Mark { star: false, hidden: true })
        });
        assert_eq!(who(&store), []);
    }

    #[test]
    fn a_copy_to_others_still_waits_for_the_owner() {
        let store = store();
        store.knows(&["Ada", "Bea"]);
        store.keeps(&[message(Direction::In, 3, &["Ada", "Bea"], "Bea reads along")]);
        assert_eq!(who(&store), [person("Ada")]);
    }

    fn put_into_circle(store: &Store, names: &[&str], cadence_days: u32) {
        let people: Vec<ContactId> = names.iter().map(|name| person(name)).collect();
        store.told(Deed::EditCircle, move |writer| {
            let id = writer.new_circle_id();
            writer.save_circle(&Circle { id, name: "Friends".into(), cadence_days })?;
            for who in people {
                let mut contact = writer.contact(who)?.unwrap();
                contact.circle = Some(id);
                writer.save_contact(&contact, &Author::Owner)?;
            }
            Ok(())
        });
    }

    #[test]
    fn touch_is_lost_after_the_cadence_and_the_longest_silence_comes_first() {
        let store = store();
        store.knows(&["Ada", "Bea", "Chidi", "Dora"]);
        put_into_circle(&store, &["Ada", "Bea", "Chidi"], 30);
        store.keeps(&[to(31, "Ada", "x"), from(29, "Bea", "x"), from(99, "Dora", "x")]);
        let losing = store.asked(|reader| reader.losing_touch(now()));
        assert_eq!(losing, [(person("Chidi"), None, 30), (person("Ada"), Some(ago(31)), 30)]);
    }

    #[test]
    fn who_wants_no_messages_is_not_lost_touch_with() {
        let store = store();
        store.knows(&["Ada"]);
        put_into_circle(&store, &["Ada"], 30);
        store.told(Deed::EditContact, |writer| {
            let mut ada = writer.contact(person("Ada"))?.unwrap();
            ada.do_not_contact = true;
            writer.save_contact(&ada, &Author::Owner)
        });
        assert_eq!(store.asked(|reader| reader.losing_touch(now())), []);
    }

    #[test]
    fn days_that_matter_are_told_once_for_a_merged_contact() {
        let store = store();
        store.knows(&["Ada", "A. King"]);
        let birthday = DatedDay { label: "birthday".into(), day: Day::new(None, 6, 20).unwrap() };
        let kept = birthday.clone();
        store.told(Deed::EditContact, move |writer| {
            for name in ["Ada", "A. King"] {
                let mut contact = writer.contact(person(name))?.unwrap();
                contact.dates.push(kept.clone());
                writer.save_contact(&contact, &Author::Owner)?;
            }
            writer.merge_contacts(person("Ada"), person("A. King"))
        });
        let days = store.asked(|reader| reader.dated_days());
        assert_eq!(days, [(person("Ada"), birthday)]);
    }

    #[test]
    fn the_day_asks_for_no_more_than_its_part_of_the_past() {
        let store = store();
        let plan = store.plan_of(include_str!("today/waiting.sql"));
        let tables = ["interaction", "participant", "other", "later", "contact"];
        assert_eq!(scans(&plan, &tables), Vec::<String>::new(), "{plan:#?}");
    }
}
