//! Which corrections are learnt from, and what must be judged anew when something was.

use super::{CORRECTION, index};
use crate::interaction::{Words, uid, word};
use crate::row::{Row, yes};
use crate::{Fault, Reader, Writer};
use model::{ActKind, Direction, InteractionId, InteractionKind, Uid};
use rusqlite::params;
use std::ops::Range;

/// By what something was judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judged {
    /// The engine's version.
    pub engine: u32,
    /// The state of learning; 0 is without.
    pub lean: u32,
    /// Whether what was learnt says something else than the engine alone.
    pub swayed: bool,
}

impl From<u32> for Judged {
    /// By this version of the engine alone.
    fn from(engine: u32) -> Self {
        Self { engine, lean: 0, swayed: false }
    }
}

/// Something that is to be judged.
#[derive(Clone)]
pub struct Unjudged {
    /// Which.
    pub interaction: InteractionId,
    /// What sort.
    pub kind: InteractionKind,
    /// Whose.
    pub direction: Direction,
    /// Its subject.
    pub subject: String,
    /// Its words.
    pub text: String,
}

/// A correction that is learnt from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LearntRow {
    /// By which it is forgotten.
    pub uid: Uid,
    /// Of which interaction.
    pub interaction: InteractionId,
    /// Of which sentence, in bytes of its text; `None` for the whole.
    pub sentence: Option<Range<usize>>,
    /// What the owner says it does.
    pub kind: ActKind,
}

impl Reader<'_> {
    /// What was judged by an older engine than this or in another state of learning, in an
    /// order that lasts; from `after` on. What is automated is not judged.
    pub fn unjudged(
        &self,
        by: Judged,
        after: Option<InteractionId>,
        limit: u32,
    ) -> Result<Vec<Unjudged>, Fault> {
        let after = match after {
            Some(after) => self.row_of(after)?.unwrap_or(0),
            None => 0,
        };
        let mut ask = self.db().prepare_cached(include_str!("unjudged.sql"))?;
        let rows = ask.query_map(params![by.engine, by.lean, after, limit], |row| {
            Ok(Unjudged {
                interaction: InteractionId(uid(row, 0)?),
                kind: word(row, 1, InteractionKind::from_word)?.unwrap_or(InteractionKind::Other),
                direction: word(row, 2, Direction::from_word)?.unwrap_or(Direction::In),
                subject: row.get(3)?,
                text: Words::read(row, 4)?.into_text(),
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The corrections that are learnt from, of the newest interaction first.
    pub fn learnt(&self) -> Result<Vec<LearntRow>, Fault> {
        let mut ask = self.db().prepare_cached(include_str!("learnt.sql"))?;
        let mut rows = ask.query([])?;
        let mut learnt = Vec::new();
        while let Some(row) = rows.next()? {
            let borders: (Option<i64>, Option<i64>) = (row.get(2)?, row.get(3)?);
            learnt.push(LearntRow {
                uid: uid(row, 0)?,
                interaction: InteractionId(uid(row, 1)?),
                sentence: borders.0.zip(borders.1).map(|(from, to)| index(from)..index(to)),
                kind: word(row, 4, ActKind::from_word)?.unwrap_or(ActKind::Social),
            });
        }
        Ok(learnt)
    }

    /// How many interactions are read differently by what was learnt.
    pub fn swayed(&self) -> Result<u32, Fault> {
        let mut ask = self.db().prepare_cached(include_str!("swayed.sql"))?;
        Ok(ask.query_row([], |row| row.get(0))?)
    }
}

impl Writer<'_> {
    /// Has a correction forgotten by the learning; the correction itself stands.
    pub fn forget_learnt(&mut self, correction: Uid) -> Result<(), Fault> {
        self.set(Row::new(&CORRECTION, correction), "learnt", yes(false))?;
        Ok(())
    }

    /// Has every correction forgotten by the learning, and says how many there were.
    pub fn forget_all_learnt(&mut self) -> Result<usize, Fault> {
        let learnt = self.learnt()?;
        learnt.iter().try_for_each(|row| self.forget_learnt(row.uid))?;
        Ok(learnt.len())
    }
}

#[cfg(test)]
mod tests {
    use crate::told::{from, now, store};
    use crate::{Deed, Judged, Store};
    use model::{Act, ActKind, InteractionId};

    /// A store with one message of two sentences, each corrected.
    fn corrected() -> (Store, InteractionId) {
        let store = store();
        store.knows(&["Ada"]);
        let told = from(1, "Ada", "Could you help? Here is a map.");
        let id = told.id;
        store.keeps(&[told]);
        for sentence in [0..15, 16..30] {
            store.told(Deed::CorrectAct, move |writer| {
                writer.correct_act(id, Some(sentence), ActKind::Inform)
            });
        }
        (store, id)
    }

    fn sentences(store: &Store) -> Vec<usize> {
        let learnt = store.asked(|reader| reader.learnt());
        learnt.into_iter().filter_map(|row| Some(row.sentence?.start)).collect()
    }

    fn by(lean: u32) -> Judged {
        Judged { engine: 1, lean, swayed: false }
    }

    #[test]
    fn every_correction_is_learnt_from_until_it_is_forgotten() {
        let (store, id) = corrected();
        assert_eq!(sentences(&store), [0, 16]);
        let first = store.asked(|reader| reader.learnt())[0].uid;
        store.told(Deed::ForgetLearnt, move |writer| writer.forget_learnt(first));
        assert_eq!(sentences(&store), [16]);
        let acts = store.asked(|reader| reader.acts_of(id));
        assert!(acts.iter().all(|kept| kept.corrected), "the owner's word stands: {acts:?}");
        store.undo(now()).unwrap();
        assert_eq!(sentences(&store), [0, 16]);
    }

    #[test]
    fn all_is_forgotten_at_once_and_comes_back_at_once() {
        let (store, _) = corrected();
        let forgot = store.told(Deed::ForgetLearnt, |writer| writer.forget_all_learnt());
        assert_eq!(forgot.value, 2);
        assert!(sentences(&store).is_empty());
        store.undo(now()).unwrap();
        assert_eq!(sentences(&store), [0, 16]);
    }

    #[test]
    fn who_corrects_again_what_was_forgotten_teaches_again() {
        let (store, id) = corrected();
        store.told(Deed::ForgetLearnt, |writer| writer.forget_all_learnt());
        store.told(Deed::CorrectAct, move |writer| {
            writer.correct_act(id, Some(0..15), ActKind::Social)
        });
        assert_eq!(sentences(&store), [0]);
    }

    #[test]
    fn another_state_of_learning_wants_everything_judged_anew_page_by_page() {
        let (store, id) = corrected();
        let told = from(2, "Ada", "New");
        let next = told.id;
        store.keeps(&[told]);
        for each in [id, next] {
            store.told(Deed::Judge, move |writer| writer.put_acts(each, &[], 1));
        }
        assert!(store.asked(|reader| reader.unjudged(by(0), None, 9)).is_empty());
        let page = store.asked(|reader| reader.unjudged(by(7), None, 1));
        assert_eq!((page.len(), page[0].text.as_str()), (1, "Could you help? Here is a map."));
        let rest = store.asked(|reader| reader.unjudged(by(7), Some(id), 9));
        assert_eq!((rest.len(), rest[0].interaction), (1, next));
    }

    #[test]
    fn what_is_judged_the_same_again_touches_nothing() {
        let (store, id) = corrected();
        let act = || Act { kind: ActKind::Ask, sentence: 0..15, certainty: 0.5 };
        store.told(Deed::Judge, move |writer| writer.put_acts(id, &[act()], 1));
        let again = store.told(Deed::Judge, move |writer| writer.put_acts(id, &[act()], by(7)));
        assert!(!again.touched.interactions);
        let swayed = Judged { swayed: true, ..by(8) };
        let other = store.told(Deed::Judge, move |writer| writer.put_acts(id, &[], swayed));
        assert!(other.touched.interactions);
        assert_eq!(store.asked(|reader| reader.swayed()), 1);
    }
}
