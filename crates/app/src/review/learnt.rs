//! What was learnt from the owner's corrections: shown, forgotten, and weighed into everything
//! that was judged without it.

use crate::counted::counted;
use crate::done::done;
use crate::timeline::Names;
use crate::view::Span;
use crate::view::deed::Done;
use crate::view::review::{Learnt, LearntView};
use crate::{App, Trouble, parse, when};
use judge::balance::{self, Corrected, Lean};
use model::{Act, ActKind, Interaction, InteractionId, Uid};
use std::ops::Range;
use store::{Deed, Fault, Judged, LearntRow, Reader, Touched, Unjudged};

/// So many are judged anew before others may write.
const PAGE: u32 = 500;

/// What was learnt so far.
pub(super) fn lean(reader: &Reader<'_>) -> Result<Lean, Fault> {
    Ok(lean_of(&lessons(reader)?))
}

/// A sentence to learn from.
struct Lesson {
    row: LearntRow,
    interaction: Interaction,
    sentence: Range<usize>,
    read_as: Option<ActKind>,
}

impl Lesson {
    fn words(&self) -> &str {
        self.interaction.text.get(self.sentence.clone()).unwrap_or_default()
    }

    fn corrected(&self) -> Corrected<'_> {
        Corrected { sentence: self.words(), read_as: self.read_as, said: self.row.kind }
    }
}

/// Every correction of a sentence. One of a whole message teaches where that is one sentence.
fn lessons(reader: &Reader<'_>) -> Result<Vec<Lesson>, Fault> {
    let mut lessons = Vec::new();
    for row in reader.learnt()? {
        let Some(interaction) = reader.interaction(row.interaction)? else {
            continue;
        };
        let only = || match judge::text::own_sentences(&interaction.text).as_slice() {
            [only] => Some(only.clone()),
            _ => None,
        };
        let Some(sentence) = row.sentence.clone().or_else(only) else {
            continue;
        };
        let acts = balance::acts(&interaction.text, interaction.kind);
        let inside =
            |act: &&Act| act.sentence.start < sentence.end && sentence.start < act.sentence.end;
        let read_as = acts.iter().find(inside).map(|act| act.kind);
        lessons.push(Lesson { row, interaction, sentence, read_as });
    }
    Ok(lessons)
}

fn lean_of(lessons: &[Lesson]) -> Lean {
    Lean::learn(&lessons.iter().map(Lesson::corrected).collect::<Vec<_>>())
}

impl App {
    /// What was learnt from the owner's corrections.
    ///
    /// # Errors
    /// Only of the store.
    pub fn learnt(&self) -> Result<Learnt, Trouble> {
        Ok(self.store().read(|reader| {
            let lessons = lessons(reader)?;
            let lean = lean_of(&lessons);
            let mut names = Names::default();
            let mut rows = Vec::with_capacity(lessons.len());
            for lesson in &lessons {
                rows.push(view(reader, lesson, (&lean, &mut names))?);
            }
            Ok(Learnt { rows, swayed: reader.swayed()? })
        })?)
    }

    /// Has one correction forgotten by the learning. The correction itself stands.
    ///
    /// # Errors
    /// Where nothing was learnt by that id.
    pub fn forget_learnt(&self, id: &str) -> Result<Done<()>, Trouble> {
        let missing = || Trouble::NotFound { what: "correction".to_owned() };
        let known = self.store().read(|reader| reader.learnt())?;
        let uid: Uid = parse::id(id, "correction")?;
        let known = known.iter().any(|row| row.uid == uid);
        known.then_some(()).ok_or_else(missing)?;
        let forgot = self
            .store()
            .transact(Deed::ForgetLearnt, self.now(), move |writer| writer.forget_learnt(uid))?;
        Ok(done(forgot, Deed::ForgetLearnt, |()| ()))
    }

    /// Has everything forgotten that was learnt. The corrections themselves stand.
    ///
    /// # Errors
    /// Only of the store.
    pub fn forget_all_learnt(&self) -> Result<Done<()>, Trouble> {
        let forgot = self
            .store()
            .transact(Deed::ForgetLearnt, self.now(), |writer| writer.forget_all_learnt())?;
        Ok(done(forgot, Deed::ForgetLearnt, |_| ()))
    }

    /// Judges what an older engine judged, or what was judged before the last thing was
    /// learnt; page by page, so that others may write in between and a broken off run is gone
    /// on with. Answers how many were judged. A store that can only be read is left as it is.
    ///
    /// # Errors
    /// Only of the store.
    pub fn judge_anew(&self) -> Result<Done<u32>, Trouble> {
        let (mut judged, mut touched, mut after) = (0, Touched::default(), None);
        if !self.store().about()?.read_only {
            while let Some(last) = self.judge_page(after, &mut judged, &mut touched)? {
                after = Some(last);
            }
        }
        let all = store::Done { value: judged, touched, batch: None };
        Ok(done(all, Deed::Judge, |judged| judged))
    }

    /// Judges one page and answers where it ends; nothing where there is none.
    fn judge_page(
        &self,
        after: Option<InteractionId>,
        judged: &mut u32,
        touched: &mut Touched,
    ) -> Result<Option<InteractionId>, Trouble> {
        let (lean, page) = self.store().read(|reader| {
            let lean = lean(reader)?;
            let page = reader.unjudged(by(&lean, false), after, PAGE)?;
            Ok((lean, page))
        })?;
        let last = page.last().map(|one| one.interaction);
        let count = u32::try_from(page.len()).unwrap_or(u32::MAX);
        let verdicts: Vec<_> = page.iter().map(|one| verdict(&lean, one)).collect();
        if last.is_some() {
            let done = self.store().transact(Deed::Judge, self.now(), move |writer| {
                for (interaction, acts, by) in &verdicts {
                    match writer.put_acts(*interaction, acts, *by) {
                        // It went away since it was read.
                        Err(Fault::Missing(_)) => {}
                        other => other?,
                    }
                }
                Ok(())
            })?;
            touched.join(done.touched);
        }
        *judged += count;
        Ok(last)
    }
}

fn by(lean: &Lean, swayed: bool) -> Judged {
    Judged { engine: balance::ENGINE, lean: lean.stamp(), swayed }
}

fn verdict(lean: &Lean, one: &Unjudged) -> (InteractionId, Vec<Act>, Judged) {
    let leaning = lean.acts(&one.text, one.kind);
    let acts = counted(leaning.acts, one.direction, (&one.subject, &one.text));
    (one.interaction, acts, by(lean, leaning.swayed))
}

fn view(
    reader: &Reader<'_>,
    lesson: &Lesson,
    (lean, names): (&Lean, &mut Names),
) -> Result<LearntView, Fault> {
    let sentence = lesson.words();
    let mut with = Vec::new();
    for participant in &lesson.interaction.participants {
        with.extend(names.of(reader, participant.contact)?);
    }
    let words = lean.words(sentence);
    Ok(LearntView {
        id: lesson.row.uid.to_string(),
        interaction: lesson.interaction.id.to_string(),
        at: when::iso(lesson.interaction.moment),
        with,
        sentence: sentence.to_owned(),
        read_as: lesson.read_as.map(|kind| kind.word().to_owned()),
        said: lesson.row.kind.word().to_owned(),
        words: words.iter().map(|at| Span::of(sentence, at)).collect(),
    })
}
