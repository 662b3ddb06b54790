//! Which words make an act of a sentence: those without which it would be one less surely.
//!
//! Nothing is argued from the insides of a model. A run of words is left out, the rest is read
//! again, and what that costs is what the run weighed: so it is true of cues, words and their
//! company alike.

use super::acts::acts;
use super::reading::readings;
use crate::text;
use model::{Act, ActKind, InteractionKind};
use std::ops::Range;

/// So many runs of words are shown at most …
const SHOWN: usize = 3;
/// … each of so many words at most.
const LONGEST: usize = 3;

/// A run is shown beside the strongest if leaving it out costs at least so much, in log-odds.
const NOTABLE: f32 = 0.3;

/// A longer run is to be worth its length: so much for each word more.
const BREVITY: f32 = 0.1;

/// What a sentence does, and the words that say so.
#[derive(Clone, Debug, PartialEq)]
pub struct Explained {
    /// What is done, and where.
    pub act: Act,
    /// The words that weigh most, in bytes of the text, the strongest first; none where the
    /// kind of interaction alone says it.
    pub cues: Vec<Range<usize>>,
}

/// The acts of a message, as [`acts`] tells them, each with the words that weigh most.
pub fn explain(text: &str, kind: InteractionKind) -> Vec<Explained> {
    let explained = |act: Act| Explained { cues: weighed(text, &act), act };
    acts(text, kind).into_iter().map(explained).collect()
}

/// The runs of words without which the act would be less sure.
fn weighed(text: &str, act: &Act) -> Vec<Range<usize>> {
    let Some(sentence) = text.get(act.sentence.clone()) else {
        return Vec::new();
    };
    let whole = log_odds(sentence, act.kind);
    let costs = |run: Range<usize>| {
        let rest = without(sentence, &run);
        (whole - log_odds(&rest, act.kind), run)
    };
    let mut runs: Vec<(f32, Range<usize>)> = runs(sentence).into_iter().map(costs).collect();
    runs.retain(|(cost, _)| *cost > 0.0);
    let worth = |(cost, run): &(f32, Range<usize>)| {
        let words = text::words(sentence.get(run.clone()).unwrap_or_default()).len();
        cost - BREVITY * words as f32
    };
    runs.sort_by(|a, b| worth(b).total_cmp(&worth(a)).then(a.1.start.cmp(&b.1.start)));
    let mut shown: Vec<Range<usize>> = Vec::new();
    for (cost, run) in runs {
        let apart = |other: &Range<usize>| run.end <= other.start || other.end <= run.start;
        let enough = shown.is_empty() || cost >= NOTABLE;
        if shown.len() < SHOWN && enough && shown.iter().all(apart) {
            shown.push(run);
        }
    }
    let start = act.sentence.start;
    shown.into_iter().map(|run| run.start + start..run.end + start).collect()
}

/// Every run of a few words of a sentence.
fn runs(sentence: &str) -> Vec<Range<usize>> {
    let words = text::words(sentence);
    let run = |words: &[Range<usize>]| Some(words.first()?.start..words.last()?.end);
    (1..=LONGEST).flat_map(|length| words.windows(length).filter_map(run)).collect()
}

fn without(sentence: &str, run: &Range<usize>) -> String {
    let before = sentence.get(..run.start).unwrap_or_default();
    let behind = sentence.get(run.end..).unwrap_or_default();
    [before, behind].concat()
}

/// How surely a sentence that stands alone is this act; where nothing is left, it is not.
fn log_odds(sentence: &str, kind: ActKind) -> f32 {
    let readings = readings(sentence).into_iter();
    readings.map(|(_, reading)| reading.log_odds(kind)).fold(NOT_AT_ALL, f32::max)
}

/// Log-odds below any that a sentence has.
const NOT_AT_ALL: f32 = -100.0;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::balance::ask_certainty;
    use proptest::prelude::*;

    #[track_caller]
    fn shown(text: &str) -> Vec<&str> {
        let explained = explain(text, InteractionKind::Message);
        let cues = explained.iter().flat_map(|it| &it.cues);
        cues.map(|at| text.get(at.clone()).unwrap()).collect()
    }

    #[test]
    fn the_words_that_ask_are_shown_and_the_topic_is_not() {
        let cues = shown("Could you send me the minutes of the May meeting?");
        assert!(cues.iter().any(|cue| cue.contains("you")), "{cues:?}");
        assert!(cues.iter().all(|cue| !cue.contains("May")), "{cues:?}");
    }

    #[test]
    fn cues_lie_in_the_sentence_of_their_act() {
        let text = "Hi Bea,\n\nHere is the article you asked for. Could you read my draft?\n\nAda";
        for explained in explain(text, InteractionKind::Message) {
            assert!(!explained.cues.is_empty());
            for cue in explained.cues {
                let sentence = &explained.act.sentence;
                assert!(sentence.start <= cue.start && cue.end <= sentence.end);
            }
        }
    }

    #[test]
    fn what_the_kind_says_needs_no_words() {
        let explained = explain("", InteractionKind::Invitation);
        assert_eq!((explained.len(), explained[0].cues.len()), (1, 0));
    }

    #[test]
    fn without_its_strongest_cue_a_message_asks_less_surely() {
        for text in [
            "Could you send me the slides from Tuesday?",
            "Please let me know which day suits you.",
            "It would be great if somebody could take the minutes.",
            "We are still short of two speakers for June.",
            "The hall is booked. Would you chair the second panel? I hope you are well.",
        ] {
            let explained = explain(text, InteractionKind::Message);
            let ask = explained.iter().find(|it| it.act.kind == ActKind::Ask).unwrap();
            let rest = without(text, &ask.cues[0]);
            assert!(ask_certainty(&rest) < ask_certainty(text), "{text} {rest}");
        }
    }

    proptest! {
        #[test]
        fn every_cue_lies_in_any_text(
            text in "(.|\n){0,60}|([a-z?!.,:' ]{0,20}(please|could you|’ll|\n|日本|é)){0,4}"
        ) {
            for explained in explain(&text, InteractionKind::Message) {
                for cue in explained.cues {
                    prop_assert!(text.get(cue).is_some_and(|cue| !cue.is_empty()));
                }
            }
        }
    }
}
