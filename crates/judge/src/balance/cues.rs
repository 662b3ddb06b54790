//! Cues: short patterns of words with points, kept as tables beside each act.
//!
//! A pattern is words with blanks between them. `a|b` is either word, `[a]` may be missing,
//! `@name` is any word of a family in [`FAMILIES`](super::families::FAMILIES), `..` is a gap
//! of up to three words, `....` of up to eight. A leading `^` wants the beginning of a clause
//! that can give an order, a trailing `$` the end of the sentence, a trailing `?` a question.
//! Contractions are spelt out ("I'll" is `i will`), short spellings too (`pls` is `please`).

use super::families::FAMILIES;
use super::sentence::Sentence;
use super::{answer, ask, commit, give, hint, inform, lean, not_ask, social};
use crate::hash;
use std::sync::LazyLock;

/// A pattern and its points: how many log-odds it adds to (or takes from) its act.
pub(super) type Cue = (&'static str, f32);

/// A word's number; 0 is every word that no cue knows.
pub(super) type WordId = u16;

/// What a table of cues speaks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Table {
    Ask,
    Give,
    Inform,
    Social,
    Commit,
    /// What makes it likelier that its message wants something.
    Lean,
    /// What makes it likelier that its message answers.
    Answer,
}

/// How many tables there are.
const TABLES: usize = 7;

/// All tables, with what they speak for.
const ALL: &[(Table, &[Cue])] = &[
    (Table::Ask, ask::CUES),
    (Table::Ask, hint::CUES),
    (Table::Ask, not_ask::CUES),
    (Table::Give, give::CUES),
    (Table::Inform, inform::CUES),
    (Table::Social, social::CUES),
    (Table::Commit, commit::CUES),
    (Table::Lean, lean::CUES),
    (Table::Answer, answer::CUES),
];

/// Points of one sentence, table by table.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Points([f32; TABLES]);

impl Points {
    /// The points for one table.
    pub(super) fn of(&self, table: Table) -> f32 {
        self.0.get(table as usize).copied().unwrap_or_default()
    }

    fn add(&mut self, table: Table, points: f32) {
        if let Some(sum) = self.0.get_mut(table as usize) {
            *sum += points;
        }
    }
}

/// Keeps the grams of cues apart from those of words.
const CUE: u64 = 7;

enum Step {
    Word(Vec<WordId>),
    Maybe(Vec<WordId>),
    Gap(usize),
}

struct Compiled {
    /// The cue as the fitted models know it: it stays the same when others come and go.
    gram: u32,
    table: Table,
    points: f32,
    at_start: bool,
    at_end: bool,
    question: bool,
    steps: Vec<Step>,
    /// What a sentence must hold for its choosiest word but the first: most sentences do not.
    needs: Held,
}

/// Which words a sentence holds, or may be chosen from, in a few bits: what is not here is
/// surely not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Held([u64; 4]);

impl Held {
    const NOTHING: Self = Self([0; 4]);
    const ANYTHING: Self = Self([u64::MAX; 4]);

    fn of(words: &[WordId]) -> Self {
        let mut held = Self::NOTHING;
        for word in words {
            if let Some(bits) = held.0.get_mut(usize::from(*word >> 6) % 4) {
                *bits |= 1 << (*word & 63);
            }
        }
        held
    }

    fn meets(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).any(|(a, b)| a & b != 0)
    }
}

/// Every cue, ready to be looked for.
pub(super) struct Lexicon {
    /// The words of all cues by their hash.
    words: hash::Table<u32, WordId>,
    cues: Vec<Compiled>,
    /// For each word the cues that begin with it.
    by_first: Vec<Vec<usize>>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::of(ALL));

/// The lexicon of all tables, made once.
pub(super) fn lexicon() -> &'static Lexicon {
    &LEXICON
}

impl Lexicon {
    fn of(tables: &[(Table, &'static [Cue])]) -> Self {
        let mut lexicon =
            Self { words: hash::Table::default(), cues: Vec::new(), by_first: vec![Vec::new()] };
        for (table, cues) in tables {
            for (pattern, points) in *cues {
                lexicon.take_in(*table, pattern, *points);
            }
        }
        lexicon
    }

    /// The number of a word in lower case, by its hash.
    pub(super) fn id(&self, hash: u32) -> WordId {
        self.words.get(&hash).copied().unwrap_or(0)
    }

    /// The cues that were found, as the fitted models know them.
    pub(super) fn grams<'a>(&'a self, fired: &'a [usize]) -> impl Iterator<Item = u32> + 'a {
        fired.iter().filter_map(|index| self.cues.get(*index)).map(|cue| cue.gram)
    }

    fn number(&mut self, word: &'static str) -> WordId {
        let hash = hash::word(word);
        if let Some(id) = self.words.get(&hash) {
            return *id;
        }
        let id = WordId::try_from(self.by_first.len()).unwrap_or(0);
        self.words.insert(hash, id);
        self.by_first.push(Vec::new());
        id
    }

    fn choice(&mut self, text: &'static str) -> Vec<WordId> {
        let mut ids = Vec::new();
        for part in text.split('|') {
            match part.strip_prefix('@') {
                Some(name) => {
                    let family = FAMILIES.iter().find(|(known, _)| *known == name);
                    let words = family.map_or("", |(_, words)| *words).split_whitespace();
                    ids.extend(words.map(|word| self.number(word)));
                }
                None => ids.push(self.number(part)),
            }
        }
        ids.sort_unstable();
        ids.dedup();
        ids
    }

    fn take_in(&mut self, table: Table, pattern: &'static str, points: f32) {
        let mut cue = Compiled {
            gram: hash::low(hash::run(CUE, &[table as u32, hash::word(pattern)])),
            table,
            points,
            at_start: false,
            at_end: false,
            question: false,
            steps: Vec::new(),
            needs: Held::ANYTHING,
        };
        for part in pattern.split_whitespace() {
            match part {
                "^" => cue.at_start = true,
                "$" => cue.at_end = true,
                "?" => cue.question = true,
                ".." => cue.steps.push(Step::Gap(3)),
                "...." => cue.steps.push(Step::Gap(8)),
                _ => {
                    let inner = part.strip_prefix('[').and_then(|it| it.strip_suffix(']'));
                    cue.steps.push(match inner {
                        Some(inner) => Step::Maybe(self.choice(inner)),
                        None => Step::Word(self.choice(part)),
                    });
                }
            }
        }
        cue.needs = needs(&cue.steps);
        if let Some(Step::Word(first)) = cue.steps.first() {
            for id in first {
                if let Some(cues) = self.by_first.get_mut(usize::from(*id)) {
                    cues.push(self.cues.len());
                }
            }
        }
        self.cues.push(cue);
    }

    /// The points of every cue in the sentence; a cue that occurs twice counts once.
    pub(super) fn points(&self, sentence: &Sentence, fired: &mut Vec<usize>) -> Points {
        fired.clear();
        let mut points = Points::default();
        let held = Held::of(&sentence.words);
        for (at, id) in sentence.words.iter().enumerate() {
            let cues = self.by_first.get(usize::from(*id));
            for index in cues.into_iter().flatten() {
                let Some(cue) = self.cues.get(*index) else {
                    continue;
                };
                let may_fit = cue.needs.meets(&held);
                if may_fit && cue.fits(sentence, at) && !fired.contains(index) {
                    fired.push(*index);
                    points.add(cue.table, cue.points);
                }
            }
        }
        points
    }
}

impl Compiled {
    fn fits(&self, sentence: &Sentence, at: usize) -> bool {
        if self.question && !sentence.question {
            return false;
        }
        if self.at_start && !sentence.starts.get(at).copied().unwrap_or(false) {
            return false;
        }
        sentence.words.get(at..).is_some_and(|words| follows(&self.steps, words, self.at_end))
    }
}

/// What a sentence must hold for the choosiest step behind the first that must be there.
fn needs(steps: &[Step]) -> Held {
    let wanted = steps.iter().skip(1).filter_map(|step| match step {
        Step::Word(choice) => Some(choice),
        Step::Maybe(_) | Step::Gap(_) => None,
    });
    wanted.min_by_key(|choice| choice.len()).map_or(Held::ANYTHING, |choice| Held::of(choice))
}

/// Whether the words go on as the steps say.
fn follows(steps: &[Step], words: &[WordId], to_the_end: bool) -> bool {
    let Some((step, rest)) = steps.split_first() else {
        return !to_the_end || words.is_empty();
    };
    match step {
        Step::Word(choice) => words.split_first().is_some_and(|(word, after)| {
            choice.binary_search(word).is_ok() && follows(rest, after, to_the_end)
        }),
        Step::Maybe(choice) => {
            follows(rest, words, to_the_end)
                || words.split_first().is_some_and(|(word, after)| {
                    choice.binary_search(word).is_ok() && follows(rest, after, to_the_end)
                })
        }
        Step::Gap(most) => (0..=*most)
            .map_while(|skip| words.get(skip..))
            .any(|after| follows(rest, after, to_the_end)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHORT: &[(Table, &[Cue])] = &[(
        Table::Ask,
        &[
            ("could you", 1.0),
            ("^ send [me] @thing", 2.0),
            ("hope .. well $", 4.0),
            ("any chance ?", 8.0),
        ],
    )];

    fn points(text: &str) -> f32 {
        let lexicon = Lexicon::of(SHORT);
        let mut sentence = Sentence::default();
        sentence.read(text, &lexicon);
        lexicon.points(&sentence, &mut Vec::new()).of(Table::Ask)
    }

    #[test]
    fn a_cue_counts_once_however_often_it_occurs() {
        assert_eq!(points("Could you, could you?"), 1.0);
    }

    #[test]
    fn a_gap_skips_at_most_three_words() {
        assert_eq!(points("I hope you are all well"), 4.0);
        assert_eq!(points("I hope you and yours are all well"), 0.0);
        assert_eq!(points("I hope you are well today"), 0.0);
    }

    #[test]
    fn a_question_cue_wants_a_question_mark() {
        assert_eq!(points("Any chance?"), 8.0);
        assert_eq!(points("There is not any chance."), 0.0);
    }

    #[test]
    fn every_family_that_a_pattern_names_exists_and_every_cue_begins_with_a_word() {
        for (_, cues) in ALL {
            for (pattern, points) in *cues {
                assert!(points.is_finite());
                let parts: Vec<_> = pattern.split_whitespace().collect();
                let first = parts.iter().find(|part| **part != "^").unwrap();
                assert!(!first.starts_with(['[', '.']), "{pattern}");
                for part in parts {
                    for word in part.trim_matches(['[', ']']).split('|') {
                        if let Some(name) = word.strip_prefix('@') {
                            assert!(FAMILIES.iter().any(|(known, _)| *known == name), "{pattern}");
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn no_cue_stands_in_its_table_twice() {
        for (_, cues) in ALL {
            let mut patterns: Vec<_> = cues.iter().map(|(pattern, _)| *pattern).collect();
            patterns.sort_unstable();
            let all = patterns.len();
            patterns.dedup();
            assert_eq!(patterns.len(), all);
        }
    }

    #[test]
    fn every_word_of_a_cue_is_one_that_a_sentence_can_hold() {
        let made_by_reading = ["<link>", "let-me"];
        let patterns = ALL.iter().flat_map(|(_, cues)| *cues).map(|(pattern, _)| *pattern);
        let families = FAMILIES.iter().map(|(_, words)| *words);
        let mut sentence = Sentence::default();
        let dead: Vec<_> = patterns
            .chain(families)
            .flat_map(|text| text.split([' ', '|', '[', ']']))
            .filter(|word| word.contains(char::is_alphanumeric) && !word.starts_with('@'))
            .filter(|word| {
                sentence.read(word, lexicon());
                sentence.words != [lexicon().id(hash::word(word))]
                    && !made_by_reading.contains(word)
            })
            .collect();
        assert!(dead.is_empty(), "{dead:?}");
    }

    #[test]
    fn every_family_is_used() {
        for (name, _) in FAMILIES {
            let used = ALL
                .iter()
                .flat_map(|(_, cues)| *cues)
                .flat_map(|(pattern, _)| pattern.split([' ', '|', '[', ']']))
                .any(|word| word.strip_prefix('@') == Some(name));
            assert!(used, "{name}");
        }
    }
}
