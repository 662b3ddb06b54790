//! What messages do: the engine's verdicts, which can be made again, and the owner's
//! corrections, which outrank them for ever.
//!
//! A correction of a sentence takes the place of the verdicts on it, wherever a later engine
//! draws the borders of its sentences; a correction of the whole message takes the place of
//! all of them, and of the owner's earlier words on its sentences.

mod learning;

pub use learning::{Judged, LearntRow, Unjudged};

use crate::interaction::{uid, word};
use crate::row::{Field, Kind, Row, text, uid as uid_value, yes};
use crate::{Fault, Reader, Writer};
use model::{Act, ActKind, InteractionId, Uid};
use rusqlite::types::Value;
use rusqlite::{Connection, params};
use std::ops::Range;

/// The owner's word, kept in the log like everything the owner makes.
pub(crate) static CORRECTION: Kind = Kind {
    word: "correction",
    table: "correction",
    fields: &["interaction", "from_byte", "to_byte", "kind", "learnt"],
    after: lay_on_top,
};

/// An act that counts.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptAct {
    /// What is done, and by which sentence.
    pub act: Act,
    /// Whether the owner says so.
    pub corrected: bool,
}

/// One correction: of one sentence, or of the whole message.
struct Correction {
    uid: Uid,
    sentence: Option<Range<usize>>,
    kind: ActKind,
}

impl Writer<'_> {
    /// Keeps a verdict on an interaction in place of any earlier one. One that says the same
    /// touches nothing.
    pub fn put_acts(
        &mut self,
        interaction: InteractionId,
        acts: &[Act],
        by: impl Into<Judged>,
    ) -> Result<(), Fault> {
        let by = by.into();
        let row = self.row_of(interaction)?.ok_or(Fault::Missing("interaction"))?;
        // What was never judged has neither a verdict nor corrections: most of an import.
        let is_new = !self.db().prepare_cached(include_str!("act/is_judged.sql"))?.exists([row])?;
        if is_new || verdict(self.db(), row)? != acts {
            replace(self.db(), row, acts)?;
            self.touched.interactions = true;
        }
        let corrections = if is_new { Vec::new() } else { self.corrections(interaction)? };
        let (asks, gives) = sum(&effective(acts, &corrections, 0));
        self.db()
            .prepare_cached(include_str!("act/judge.sql"))?
            .execute(params![row, by.engine, by.lean, by.swayed, asks, gives])?;
        Ok(())
    }

    /// The owner's word on a sentence, or (`None`) on the whole message.
    pub fn correct_act(
        &mut self,
        interaction: InteractionId,
        sentence: Option<Range<usize>>,
        kind: ActKind,
    ) -> Result<(), Fault> {
        self.row_of(interaction)?.ok_or(Fault::Missing("interaction"))?;
        for earlier in self.corrections(interaction)? {
            if overrules(sentence.as_ref(), &earlier) {
                self.remove(Row::new(&CORRECTION, earlier.uid))?;
            }
        }
        let borders = |border: fn(&Range<usize>) -> usize| match &sentence {
            Some(sentence) => Value::Integer(offset(border(sentence))),
            None => Value::Null,
        };
        let fields: [Field; 5] = [
            ("interaction", uid_value(interaction.0)),
            ("from_byte", borders(|sentence| sentence.start)),
            ("to_byte", borders(|sentence| sentence.end)),
            ("kind", text(kind.word())),
            ("learnt", yes(true)),
        ];
        self.make(correction_row(interaction, sentence.as_ref()), &fields)?;
        Ok(())
    }

    /// Takes the owner's word back; the engine's stands again. `false` where there was none.
    pub fn forget_correction(
        &mut self,
        interaction: InteractionId,
        sentence: Option<Range<usize>>,
    ) -> Result<bool, Fault> {
        self.remove(correction_row(interaction, sentence.as_ref()))
    }
}

impl Reader<'_> {
    /// What an interaction does, the owner's word before the engine's, in the order of the text.
    pub fn acts_of(&self, interaction: InteractionId) -> Result<Vec<KeptAct>, Fault> {
        let Some(row) = self.row_of(interaction)? else {
            return Ok(Vec::new());
        };
        let mut ask = self.db().prepare_cached(include_str!("act/length.sql"))?;
        let length: i64 = ask.query_row([row], |row| row.get(0))?;
        let corrections = self.corrections(interaction)?;
        Ok(effective(&verdict(self.db(), row)?, &corrections, index(length)))
    }

    fn corrections(&self, interaction: InteractionId) -> Result<Vec<Correction>, Fault> {
        let mut ask = self.db().prepare_cached(include_str!("act/corrections.sql"))?;
        let mut rows = ask.query([interaction.0.as_bytes()])?;
        let mut corrections = Vec::new();
        while let Some(row) = rows.next()? {
            let borders: (Option<i64>, Option<i64>) = (row.get(1)?, row.get(2)?);
            corrections.push(Correction {
                uid: uid(row, 0)?,
                sentence: match borders {
                    (Some(from), Some(to)) => Some(index(from)..index(to)),
                    _ => None,
                },
                kind: word(row, 3, ActKind::from_word)?.unwrap_or(ActKind::Social),
            });
        }
        Ok(corrections)
    }
}

/// After a correction came, went or was undone: what counts for the balance.
fn lay_on_top(writer: &mut Writer<'_>, correction: &Uid) -> Result<(), Fault> {
    writer.touched.interactions = true;
    let mut ask = writer.db().prepare_cached(include_str!("act/corrected.sql"))?;
    let (row, interaction) = ask.query_row([correction.as_bytes()], |row| {
        Ok((row.get::<_, i64>(0)?, InteractionId(uid(row, 1)?)))
    })?;
    drop(ask);
    let corrections = writer.corrections(interaction)?;
    let (asks, gives) = sum(&effective(&verdict(writer.db(), row)?, &corrections, 0));
    writer
        .db()
        .prepare_cached(include_str!("act/lay_on_top.sql"))?
        .execute(params![row, asks, gives])?;
    Ok(())
}

/// Every correction that stands, after the flags were made anew from the verdicts.
pub(crate) fn lay_all_on_top(writer: &mut Writer<'_>) -> Result<(), Fault> {
    let mut ask = writer.db().prepare_cached("SELECT uid FROM correction WHERE removed = 0")?;
    let corrections = ask.query_map([], |row| uid(row, 0))?;
    let corrections: Vec<Uid> = corrections.collect::<Result<_, _>>()?;
    drop(ask);
    corrections.iter().try_for_each(|correction| lay_on_top(writer, correction))
}

fn replace(db: &Connection, row: i64, acts: &[Act]) -> Result<(), Fault> {
    db.prepare_cached(include_str!("act/forget.sql"))?.execute([row])?;
    let mut add = db.prepare_cached(include_str!("act/add.sql"))?;
    for (place, act) in (0_i64..).zip(acts) {
        let (from, to) = (offset(act.sentence.start), offset(act.sentence.end));
        add.execute(params![row, place, act.kind.word(), from, to, act.certainty])?;
    }
    Ok(())
}

pub(crate) fn verdict(db: &Connection, row: i64) -> Result<Vec<Act>, Fault> {
    let mut ask = db.prepare_cached(include_str!("act/verdict.sql"))?;
    let acts = ask.query_map([row], |row| {
        Ok(Act {
            kind: word(row, 0, ActKind::from_word)?.unwrap_or(ActKind::Social),
            sentence: index(row.get(1)?)..index(row.get(2)?),
            certainty: row.get(3)?,
        })
    })?;
    Ok(acts.collect::<Result<_, _>>()?)
}

/// The verdicts that no correction speaks about, and the corrections. `length`: of the text.
fn effective(verdicts: &[Act], corrections: &[Correction], length: usize) -> Vec<KeptAct> {
    let corrected = |act: &Act| {
        let mut spoken = corrections.iter().map(|one| one.sentence.as_ref());
        spoken.any(|sentence| sentence.is_none_or(|sentence| overlap(sentence, &act.sentence)))
    };
    let verdicts = verdicts.iter().filter(|act| !corrected(act));
    let verdicts = verdicts.map(|act| KeptAct { act: act.clone(), corrected: false });
    let words = corrections.iter().map(|one| KeptAct {
        act: Act {
            kind: one.kind,
            sentence: one.sentence.clone().unwrap_or(0..length),
            certainty: 1.0,
        },
        corrected: true,
    });
    let mut acts: Vec<KeptAct> = verdicts.chain(words).collect();
    acts.sort_by_key(|one| (one.act.sentence.start, one.act.sentence.end));
    acts
}

/// Whether something is asked, and whether something is given.
fn sum(acts: &[KeptAct]) -> (bool, bool) {
    let has = |kind| acts.iter().any(|one| one.act.kind == kind);
    (has(ActKind::Ask), has(ActKind::Give))
}

/// Whether a new word on `sentence` (`None`: all of it) takes the place of an earlier one. The
/// same sentence is the same row, and is written over instead.
fn overrules(sentence: Option<&Range<usize>>, earlier: &Correction) -> bool {
    match (sentence, &earlier.sentence) {
        (None, earlier) => earlier.is_some(),
        (Some(sentence), Some(earlier)) => sentence != earlier && overlap(sentence, earlier),
        (Some(_), None) => false,
    }
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a == b || (a.start < b.end && b.start < a.end)
}

/// The same sentence of the same interaction is the same row on every machine.
fn correction_row(interaction: InteractionId, sentence: Option<&Range<usize>>) -> Row {
    let borders = match sentence {
        Some(sentence) => format!("{}..{}", sentence.start, sentence.end),
        None => String::new(),
    };
    let parts: [&[u8]; 3] = [b"correction", interaction.0.as_bytes(), borders.as_bytes()];
    Row::new(&CORRECTION, Uid::derived(&parts))
}

fn offset(index: usize) -> i64 {
    i64::try_from(index).unwrap_or(i64::MAX)
}

fn index(offset: i64) -> usize {
    usize::try_from(offset).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::told::{from, now, person, store};
    use crate::{Deed, Store};

    const TEXT: &str = "Could you help? Here is a map.";

    fn act(kind: ActKind, sentence: Range<usize>) -> Act {
        Act { kind, sentence, certainty: 0.5 }
    }

    /// A store with one judged message: it asks, then gives.
    fn judged() -> (Store, InteractionId) {
        let store = store();
        store.knows(&["Ada"]);
        let told = from(1, "Ada", TEXT);
        let id = told.id;
        store.keeps(&[told]);
        judge(&store, id, 1);
        (store, id)
    }

    fn judge(store: &Store, id: InteractionId, engine: u32) {
        let acts = [act(ActKind::Ask, 0..15), act(ActKind::Give, 16..30)];
        store.told(Deed::Judge, move |writer| writer.put_acts(id, &acts, engine));
    }

    fn correct(store: &Store, id: InteractionId, sentence: Option<Range<usize>>, kind: ActKind) {
        let done =
            store.told(Deed::CorrectAct, move |writer| writer.correct_act(id, sentence, kind));
        assert!(done.touched.interactions);
    }

    /// What the balance sees: asks, gives.
    fn counts(store: &Store) -> (bool, bool) {
        let rows = store.asked(|reader| reader.passed(person("Ada")));
        (rows[0].asks, rows[0].gives)
    }

    fn kinds(store: &Store, id: InteractionId) -> Vec<(ActKind, bool)> {
        let acts = store.asked(|reader| reader.acts_of(id));
        acts.into_iter().map(|one| (one.act.kind, one.corrected)).collect()
    }

    fn unjudged(store: &Store, engine: u32) -> Vec<InteractionId> {
        let found = store.asked(|reader| reader.unjudged(engine.into(), None, 9));
        found.into_iter().map(|one| one.interaction).collect()
    }

    #[test]
    fn a_verdict_is_kept_as_it_was_given_and_replaced_by_the_next() {
        let (store, id) = judged();
        assert_eq!(counts(&store), (true, true));
        let kept = store.asked(|reader| reader.acts_of(id));
        assert_eq!(kept[0], KeptAct { act: act(ActKind::Ask, 0..15), corrected: false });
        store.told(Deed::Judge, move |writer| {
            writer.put_acts(id, &[act(ActKind::Social, 0..30)], 2)
        });
        assert_eq!(kinds(&store, id), [(ActKind::Social, false)]);
        assert_eq!(counts(&store), (false, false));
    }

    #[test]
    fn the_owners_word_on_a_sentence_outranks_every_engine() {
        let (store, id) = judged();
        correct(&store, id, Some(0..15), ActKind::Social);
        let expected = [(ActKind::Social, true), (ActKind::Give, false)];
        assert_eq!(kinds(&store, id), expected);
        assert_eq!(counts(&store), (false, true));
        judge(&store, id, 2);
        assert_eq!(kinds(&store, id), expected);
        assert_eq!(counts(&store), (false, true));
    }

    #[test]
    fn it_holds_where_a_later_engine_draws_other_borders() {
        let (store, id) = judged();
        correct(&store, id, Some(0..15), ActKind::Social);
        let acts = [act(ActKind::Ask, 2..14), act(ActKind::Give, 16..30)];
        store.told(Deed::Judge, move |writer| writer.put_acts(id, &acts, 2));
        assert_eq!(counts(&store), (false, true));
    }

    #[test]
    fn the_owners_word_on_the_whole_is_the_only_act() {
        let (store, id) = judged();
        correct(&store, id, Some(0..15), ActKind::Social);
        correct(&store, id, None, ActKind::Give);
        let acts = store.asked(|reader| reader.acts_of(id));
        let whole = Act { kind: ActKind::Give, sentence: 0..TEXT.len(), certainty: 1.0 };
        assert_eq!(acts, [KeptAct { act: whole, corrected: true }]);
        assert_eq!(counts(&store), (false, true));
    }

    #[test]
    fn a_later_word_on_a_sentence_stands_beside_the_word_on_the_whole() {
        let (store, id) = judged();
        correct(&store, id, None, ActKind::Social);
        correct(&store, id, Some(0..15), ActKind::Ask);
        assert_eq!(counts(&store), (true, false));
    }

    #[test]
    fn the_last_word_on_a_sentence_stands() {
        let (store, id) = judged();
        correct(&store, id, Some(0..15), ActKind::Social);
        correct(&store, id, Some(0..14), ActKind::Give);
        correct(&store, id, Some(0..14), ActKind::Inform);
        assert_eq!(kinds(&store, id), [(ActKind::Inform, true), (ActKind::Give, false)]);
    }

    #[test]
    fn a_word_taken_back_leaves_the_engines() {
        let (store, id) = judged();
        correct(&store, id, None, ActKind::Social);
        let forgot = store.told(Deed::CorrectAct, move |writer| writer.forget_correction(id, None));
        assert!(forgot.value);
        assert_eq!(counts(&store), (true, true));
        assert_eq!(kinds(&store, id).len(), 2);
        let again = store.told(Deed::CorrectAct, move |writer| writer.forget_correction(id, None));
        assert_eq!((again.value, again.batch), (false, None));
    }

    #[test]
    fn the_owner_may_speak_before_any_engine() {
        let store = store();
        store.knows(&["Ada"]);
        let told = from(1, "Ada", TEXT);
        let id = told.id;
        store.keeps(&[told]);
        correct(&store, id, Some(0..15), ActKind::Ask);
        assert_eq!(counts(&store), (true, false));
        assert_eq!(unjudged(&store, 1), [id]);
    }

    #[test]
    fn what_is_judged_by_an_older_engine_is_judged_again() {
        let (store, id) = judged();
        let told = from(2, "Ada", "New");
        let new = told.id;
        store.keeps(&[told]);
        assert_eq!(unjudged(&store, 1), [new]);
        assert_eq!(unjudged(&store, 2), [id, new]);
        store.told(Deed::RemoveInteraction, move |writer| writer.remove_interaction(new));
        assert_eq!(unjudged(&store, 1), []);
    }

    #[test]
    fn an_undo_gives_the_engine_its_word_back() {
        let (store, id) = judged();
        correct(&store, id, None, ActKind::Social);
        assert_eq!(counts(&store), (false, false));
        let undone = store.undo(now()).unwrap().unwrap();
        assert_eq!(undone.value, Deed::CorrectAct);
        assert_eq!(counts(&store), (true, true));
        assert!(kinds(&store, id).iter().all(|(_, corrected)| !corrected));
        store.redo(now()).unwrap();
        assert_eq!(counts(&store), (false, false));
    }

    #[test]
    fn nothing_is_said_about_what_is_not_there() {
        let store = store();
        let id = from(1, "Ada", "x").id;
        let corrected = store.transact(Deed::CorrectAct, now(), move |writer| {
            writer.correct_act(id, None, ActKind::Ask)
        });
        assert!(matches!(corrected, Err(Fault::Missing("interaction"))));
        assert_eq!(store.asked(|reader| reader.acts_of(id)), []);
    }
}
