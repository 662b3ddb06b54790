//! What the words of a draft say by themselves: letter or mailing?
//!
//! One linear model reads cues, shares and hashed words; its weights are figures in
//! `figures/bulk.txt`, fitted on labelled files by `cargo xtask fit bulk`. It knows nothing of
//! the people: what is known of them shifts its log-odds (`relation.rs`). Whatever it says is
//! told with the places that weigh most, or not at all.

use super::cues::Cues;
use super::page::Word;
use super::pitch::FAMILIES;
use super::verdict::{BLAST, LOOK};
use super::{Draft, Rule};
use crate::fitted::{Features, Model, certainty};
use crate::hash;
use crate::text::{self, Parts};
use marks::{Kind, Mark};
use std::ops::Range;
use std::sync::LazyLock;

mod foreign;
mod marks;
mod style;
mod weighty;

/// Grams of one mark and of two are kept apart.
const PAIR: u64 = 2;
/// Stands before the first mark.
const BEGINNING: u32 = 0;
/// Log-odds of a loud text in another language: worth a look.
const FOREIGN: f32 = 0.6;
/// Words of a sentence that thanks or excuses.
const COURTESIES: &[&str] = &[
    "thank",
    "thanks",
    "thankful",
    "grateful",
    "gratitude",
    "sorry",
    "apologies",
    "apologize",
    "apologise",
    "excuse",
];

/// Words in which a language shows, if it does.
const STRETCH: usize = 12;
/// Below this certainty it is not worth telling, even beside something else.
const TOLD: f32 = 0.4;

static CUES: LazyLock<Cues> =
    LazyLock::new(|| Cues::new(FAMILIES.iter().map(|family| family.phrases)));

static NAMES: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let families = FAMILIES.iter().flat_map(|family| [family.name, family.often]);
    style::NAMES.iter().copied().chain(families).collect()
});

/// Figures that do not fit are a broken build, and a test says so.
static MODEL: LazyLock<Option<Model>> =
    LazyLock::new(|| Model::read(include_str!("../../figures/bulk.txt"), names()).ok());

/// The names of what the content model sees of a text, for fitting it.
pub fn names() -> &'static [&'static str] {
    &NAMES
}

/// What the content model sees of a message.
pub fn features(subject: &str, text: &str) -> Features {
    let parts = text::parts(text);
    Reading::of(subject, text, &parts).features(text, &parts)
}

/// From this certainty on a message that came in is taken for a mailing.
const MAILING: f32 = 0.9;
/// A shorter message is not taken for one: a few loud words are no newsletter.
const MAILING_WORDS: usize = 40;

/// Whether a message reads as one of many alike: what it asks is asked of nobody in
/// particular, and nobody is disappointed by silence.
pub fn is_mailing(subject: &str, text: &str) -> bool {
    text.split_whitespace().nth(MAILING_WORDS).is_some()
        && MODEL.as_ref().is_some_and(|model| model.certainty(&features(subject, text)) >= MAILING)
}

/// The least and the most that the log-odds of a text can be: without bounds where its
/// language is read.
pub fn bounds(text: &str) -> (f32, f32) {
    let parts = text::parts(text);
    let reading = Reading::of("", text, &parts);
    let body = text.get(parts.body.clone()).unwrap_or_default();
    if text::is_english(body) || reading.within(&parts.body).looks_english() {
        return (f32::NEG_INFINITY, f32::INFINITY);
    }
    let silent = foreign::places(&reading, text).is_empty();
    if silent { (f32::NEG_INFINITY, -0.01) } else { (FOREIGN, FOREIGN) }
}

/// What a draft's words say, and where.
#[derive(Debug, Default)]
pub(super) struct Content {
    /// 0 to 1: how surely it lands as a mailing, to these people.
    pub(super) certainty: f32,
    /// Families of cues meet in it.
    pub(super) sells: bool,
    /// The places that weigh most; empty where there is nothing to tell.
    pub(super) places: Vec<Range<usize>>,
}

impl Content {
    /// Reads a draft; `shift` is what the relation adds to its log-odds.
    pub(super) fn read(draft: &Draft<'_>, parts: &Parts, english: bool, shift: f32) -> Self {
        let Some(model) = &*MODEL else {
            return Self::default();
        };
        let text = draft.text;
        let reading = Reading::of(draft.subject, text, parts);
        let odds = |reading: &Reading, parts: &Parts| {
            let odds = |reading: &Reading| model.log_odds(&reading.features(text, parts));
            reading.blunt().map_or(f32::INFINITY, |blunt| odds(&blunt)).min(odds(reading))
        };
        let mut sure = certainty(odds(&reading, parts) + shift);
        if sure >= BLAST {
            // Greeting and signature may darken what is said, but not make a blast of a letter,
            // least of all of one in which nothing is said yet.
            let (start, end) = (parts.body.start, parts.body.end);
            let alone = Parts { greeting: start..start, closing: end..end, ..parts.clone() };
            let bare = certainty(odds(&reading.within(&parts.body), &alone) + shift);
            if bare < LOOK || parts.body.is_empty() {
                // Still the surer the higher, but short of a blast.
                sure = LOOK + (BLAST - LOOK) * 0.95 * sure;
            }
        }
        let sells = reading.sells();
        if !english && !reading.within(&parts.body).looks_english() {
            return Self::foreign(sure, foreign::places(&reading, text), shift);
        }
        let mut content = Self { certainty: sure, sells, places: Vec::new() };
        if sure >= TOLD {
            content.places = weighty::places(&reading, model, &|reading| odds(reading, parts));
        }
        content
    }

    /// In a language that is not read, words prove nothing.
    fn foreign(sure: f32, places: Vec<Range<usize>>, shift: f32) -> Self {
        let least = if places.is_empty() { 0.0 } else { certainty(FOREIGN + shift) };
        Self { certainty: sure.min(LOOK - 0.01).max(least), sells: false, places }
    }

    /// The rule that tells it.
    pub(super) fn rule(&self) -> Rule {
        if self.sells { Rule::Pitch } else { Rule::Broadcast }
    }
}

/// A text taken apart for the model.
#[derive(Debug)]
struct Reading {
    marks: Vec<Mark>,
    /// The family of each cue and its place.
    cues: Vec<(usize, Range<usize>)>,
}

impl Reading {
    fn of(subject: &str, text: &str, parts: &Parts) -> Self {
        let mut marks = marks::read_subject(subject);
        marks.extend(marks::read(text, parts));
        let mut cues = Vec::new();
        for said in marks.split(ends) {
            let words: Vec<Word> = said
                .iter()
                .filter(|mark| matches!(mark.kind, Kind::Word | Kind::Figure | Kind::Link))
                .flat_map(words)
                .collect();
            cues.extend(CUES.find(&words));
        }
        Self { marks, cues }
    }

    /// The same of a part alone.
    fn within(&self, part: &Range<usize>) -> Self {
        self.keeping(|at| part.start <= at.start && at.end <= part.end)
    }

    /// The same without its courtesies, if it has some: they never make a letter a mailing.
    fn blunt(&self) -> Option<Self> {
        let courteous = |mark: &Mark| COURTESIES.contains(&mark.word.as_str());
        let said = self.marks.split_inclusive(ends).filter(|said| said.iter().any(courteous));
        let kind: Vec<Range<usize>> = said
            .filter_map(|said| Some(said.first()?.at.start..said.last()?.at.end))
            .filter(|place| !self.cues.iter().any(|(f, at)| told(*f) && place.contains(&at.start)))
            .collect();
        let outside = |at: &Range<usize>| !kind.iter().any(|place| place.contains(&at.start));
        (!kind.is_empty()).then(|| self.keeping(outside))
    }

    /// The same as if a place were not there.
    fn without(&self, place: &Range<usize>) -> Self {
        self.keeping(|at| at.end <= place.start || place.end <= at.start)
    }

    fn keeping(&self, kept: impl Fn(&Range<usize>) -> bool) -> Self {
        let marks = self.marks.iter().filter(|mark| kept(&mark.at)).cloned().collect();
        let cues = self.cues.iter().filter(|(_, at)| kept(at)).cloned().collect();
        Self { marks, cues }
    }

    fn features(&self, text: &str, parts: &Parts) -> Features {
        let hashes = self.hashes();
        let pairs = hashes.windows(2).map(|pair| hash::low(hash::run(PAIR, pair)));
        let grams = hashes.iter().skip(1).copied().chain(pairs).collect();
        let named = style::figures(text, parts, &self.marks, &self.cues);
        let mut features = Features { named, grams };
        features.settle();
        features
    }

    /// The numbers of its marks, led by the beginning. Full stops are no grams.
    fn hashes(&self) -> Vec<u32> {
        let read = self.marks.iter().filter(|mark| mark.kind != Kind::Stop);
        std::iter::once(BEGINNING).chain(read.map(|mark| mark.hash)).collect()
    }

    /// Whether more of its stretches than not are English, or show no other language: lists
    /// and headlines have none of the small words by which a language is known.
    fn looks_english(&self) -> bool {
        let words: Vec<&str> = self.words().map(|mark| mark.word.as_str()).collect();
        let stretches = words.chunks(STRETCH);
        let all = stretches.len();
        stretches.filter(|words| text::is_english(&words.join(" "))).count() * 2 > all
    }

    fn words(&self) -> impl Iterator<Item = &Mark> {
        self.marks.iter().filter(|mark| mark.kind == Kind::Word)
    }

    /// Two families that sell have spoken.
    fn sells(&self) -> bool {
        let mut selling =
            self.cues.iter().map(|(family, _)| *family).filter(|family| told(*family));
        let first = selling.next();
        first.is_some_and(|first| selling.any(|family| family != first))
    }
}

/// Cues of this family may be told.
fn told(family: usize) -> bool {
    FAMILIES.get(family).is_some_and(|family| family.sells)
}

fn ends(mark: &Mark) -> bool {
    mark.kind == Kind::Stop
        || mark.kind == Kind::Gap
        || (mark.kind == Kind::Sign && matches!(mark.word.as_str(), "!" | "?"))
}

/// The words of a mark as cues know them: a link is read by its host.
fn words(mark: &Mark) -> Vec<Word> {
    let host = if mark.kind == Kind::Link { mark.word.as_str() } else { "" };
    if host.is_empty() {
        return vec![(mark.word.clone(), mark.at.clone())];
    }
    let pieces = host.split(|c: char| !c.is_alphanumeric()).filter(|piece| !piece.is_empty());
    pieces.map(|piece| (piece.to_owned(), mark.at.clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::Channel;

    #[test]
    fn the_figures_fit_the_names() {
        Model::read(include_str!("../../figures/bulk.txt"), names()).unwrap();
    }

    fn read(text: &str) -> Content {
        let draft = Draft { channel: Channel::Email, subject: "", text, answers: None };
        Content::read(&draft, &text::parts(text), text::is_english(text), 0.0)
    }

    #[test]
    fn letters_in_other_languages_are_never_told() {
        for text in [
            "Hallo Bea, kannst du mir bitte die Notizen von Dienstag schicken? Danke!!!",
            "Bonjour Ada, je voudrais vous inviter à la fête. Le plan : https://example.org/plan",
            "明日の午後、駅前の喫茶店でお会いできますか。地図はこちらです。 https://example.org",
        ] {
            assert!(read(text).places.is_empty(), "{text}");
            assert!(bounds(text).1 < 0.0, "{text}");
        }
    }

    #[test]
    fn a_loud_mailing_needs_no_language() {
        let text = "NUR HEUTE für Sie: ALLE LAMPEN und Stühle für 40 € und das auch noch frei Haus!\n\
            ==========\nJetzt bestellen und sparen: https://example.org/lampen";
        let told = read(text);
        assert!(told.certainty >= LOOK && told.certainty < BLAST);
        assert_eq!(text.get(told.places[0].clone()), Some("https://example.org/lampen"));
    }

    #[test]
    fn lists_without_small_words_are_read() {
        let text = "AUTUMN CATALOGUE\nLamps\nChairs\nTables\nCarpets\nMirrors\nShelves";
        assert_eq!(bounds(text), (f32::NEG_INFINITY, f32::INFINITY));
    }
}
