//! The interactions behind a number of the review, with the words that made their acts so.

use super::account::opened_in;
use super::{history, learnt, works};
use crate::timeline::{Names, interaction_view};
use crate::view::Span;
use crate::view::review::CuedView;
use crate::{App, Trouble, parse};
use judge::balance::{self, Explained, Lean, Opened, Passed, Sort};
use model::{Act, Direction, Interaction, InteractionId};
use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use store::{Fault, Reader, Thread};

/// Evidence opened at once.
const EVIDENCE: usize = 100;

impl App {
    /// The interactions behind a number of somebody's row, newest first. `which` is `asks_in`,
    /// `gives_in`, `asks_out`, `gives_out`, `starts_in`, `starts_out` or `all`.
    ///
    /// # Errors
    /// Where the contact or the number is unknown.
    pub fn review_evidence(&self, contact: &str, which: &str) -> Result<Vec<CuedView>, Trouble> {
        let contact = self.contact(contact)?.id;
        let wanted = parse::word(which, Which::from_word, "number of the review")?;
        Ok(self.store().read(|reader| {
            let passed = history(&reader.passed(contact)?);
            views(reader, wanted.of(&passed))
        })?)
    }

    /// The interactions behind a number of the owner's own behaviour, newest first. `which` is
    /// `starts`, `asking`, `gives`, `answered` or a sort of opening in what works.
    ///
    /// # Errors
    /// Where the number is unknown.
    pub fn own_evidence(&self, which: &str) -> Result<Vec<CuedView>, Trouble> {
        let wanted = parse::word(which, Own::from_word, "number of the review")?;
        let now = self.now();
        Ok(self.store().read(|reader| {
            let found = match wanted {
                Own::Sort(sort) => {
                    let sent = works::sent(reader)?;
                    let all = balance::settled(&sent, now).filter(|one| sort.fits(one));
                    all.map(|one| (one.moment, one.interaction)).collect()
                }
                Own::Gives => gives(reader)?,
                Own::Opened(direction, fits) => opened(reader, direction, fits)?,
            };
            views(reader, found)
        })?)
    }

    /// These interactions as evidence, in the order asked; those that are gone are left out.
    ///
    /// # Errors
    /// Where an id is none.
    pub fn open_evidence(&self, ids: &[String]) -> Result<Vec<CuedView>, Trouble> {
        let ids = ids.iter().map(|id| parse::id::<InteractionId>(id, "interaction"));
        let ids = ids.collect::<Result<Vec<_>, _>>()?;
        Ok(self.store().read(|reader| in_order(reader, ids))?)
    }
}

/// A number of a row that can be opened.
#[derive(Clone, Copy)]
enum Which {
    AsksIn,
    GivesIn,
    AsksOut,
    GivesOut,
    StartsIn,
    StartsOut,
    All,
}

impl Which {
    fn from_word(word: &str) -> Option<Self> {
        Some(match word {
            "asks_in" => Self::AsksIn,
            "gives_in" => Self::GivesIn,
            "asks_out" => Self::AsksOut,
            "gives_out" => Self::GivesOut,
            "starts_in" => Self::StartsIn,
            "starts_out" => Self::StartsOut,
            "all" => Self::All,
            _ => return None,
        })
    }

    /// What the number counts, and nothing else.
    fn of(self, passed: &[Passed]) -> Vec<Found> {
        let those = |fits: fn(&Passed) -> bool| {
            passed.iter().filter(|it| fits(it)).map(|it| (it.moment, it.interaction)).collect()
        };
        let opened = |by: Direction| {
            let all = balance::opened(passed).into_iter().filter(|it| it.direction == by);
            all.map(|it| (it.moment, it.interaction)).collect()
        };
        match self {
            Self::AsksIn => those(|it| it.direction == Direction::In && it.asks),
            Self::GivesIn => those(|it| it.direction == Direction::In && it.gives),
            Self::AsksOut => those(|it| it.direction == Direction::Out && it.asks),
            Self::GivesOut => those(|it| it.direction == Direction::Out && it.gives),
            Self::StartsIn => opened(Direction::In),
            Self::StartsOut => opened(Direction::Out),
            Self::All => those(|_| true),
        }
    }
}

/// A number of the owner's own behaviour that can be opened.
enum Own {
    Opened(Direction, fn(&Opened) -> bool),
    Gives,
    Sort(Sort),
}

impl Own {
    fn from_word(word: &str) -> Option<Self> {
        Some(match word {
            "starts" => Self::Opened(Direction::Out, |_| true),
            "asking" => Self::Opened(Direction::Out, |it| it.asks),
            "answered" => Self::Opened(Direction::In, |it| it.answered),
            "gives" => Self::Gives,
            word => Self::Sort(Sort::from_word(word)?),
        })
    }
}

type Found = (model::Moment, InteractionId);

/// The newest of the owner's messages that give something.
fn gives(reader: &Reader<'_>) -> Result<Vec<Found>, Fault> {
    let mut found = BTreeMap::new();
    reader.each_newest(Direction::Out, &mut |it| {
        if it.gives {
            found.insert(it.interaction, model::Moment::from_millis(it.at, None));
        }
        Ok(found.len() < EVIDENCE)
    })?;
    Ok(found.into_iter().map(|(interaction, moment)| (moment, interaction)).collect())
}

/// The newest conversations that one side opened and that fit.
fn opened(
    reader: &Reader<'_>,
    direction: Direction,
    fits: fn(&Opened) -> bool,
) -> Result<Vec<Found>, Fault> {
    let mut threads: HashMap<Thread, Vec<Opened>> = HashMap::new();
    let mut found = BTreeMap::new();
    reader.each_newest(direction, &mut |it| {
        let opened = match threads.entry(it.thread) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => new.insert(opened_in(reader, it.thread)?),
        };
        let this = opened.iter().find(|one| one.interaction == it.interaction);
        if let Some(this) = this.filter(|one| one.direction == direction && fits(one)) {
            found.insert(this.interaction, this.moment);
        }
        Ok(found.len() < EVIDENCE)
    })?;
    Ok(found.into_iter().map(|(interaction, moment)| (moment, interaction)).collect())
}

/// The newest, each once.
fn views(reader: &Reader<'_>, mut found: Vec<Found>) -> Result<Vec<CuedView>, Fault> {
    found.sort_by_key(|found| std::cmp::Reverse(*found));
    let mut seen = BTreeSet::new();
    found.retain(|(_, id)| seen.insert(*id));
    in_order(reader, found.into_iter().map(|(_, id)| id).take(EVIDENCE))
}

fn in_order(
    reader: &Reader<'_>,
    ids: impl IntoIterator<Item = InteractionId>,
) -> Result<Vec<CuedView>, Fault> {
    let lean = learnt::lean(reader)?;
    let mut names = Names::default();
    let mut views = Vec::new();
    for id in ids {
        if let Some(interaction) = reader.interaction(id)? {
            let cues = cues(reader, &interaction, &lean)?;
            views.push(CuedView {
                message: interaction_view(reader, interaction, &mut names)?,
                cues,
            });
        }
    }
    Ok(views)
}

/// Act by act, the words that made it so: those that the engine weighs most, and those that
/// were learnt. What the owner said needs none.
fn cues(
    reader: &Reader<'_>,
    interaction: &Interaction,
    lean: &Lean,
) -> Result<Vec<Vec<Span>>, Fault> {
    let text = &interaction.text;
    let explained = balance::explain(text, interaction.kind);
    let weighed = |act: &Act| {
        let same = |one: &&Explained| one.act.kind == act.kind && one.act.sentence == act.sentence;
        explained.iter().find(same).map(|one| one.cues.clone()).unwrap_or_default()
    };
    let learnt = |act: &Act| {
        let from = act.sentence.start;
        let words = lean.words(text.get(act.sentence.clone()).unwrap_or_default()).into_iter();
        words.map(move |at| at.start + from..at.end + from)
    };
    let acts = reader.acts_of(interaction.id)?.into_iter();
    let cues = acts.map(|kept| match kept.corrected {
        true => Vec::new(),
        false => {
            let words = weighed(&kept.act).into_iter().chain(learnt(&kept.act));
            words.map(|at| Span::of(text, &at)).collect()
        }
    });
    Ok(cues.collect())
}
