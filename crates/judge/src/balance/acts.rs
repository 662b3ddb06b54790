//! What each sentence of a message does.

use super::reading::{Reading, intent, readings, whole};
use crate::fitted;
use crate::text;
use model::{Act, ActKind, InteractionKind};
use std::ops::Range;

/// Below this nothing is said to be an act.
pub const SURE: f32 = 0.5;

/// What each sentence of a message does, in the order of the text. Sentences of which nothing
/// can be said with some certainty have no act; text in another language than English has none.
///
/// Some kinds are acts by themselves, with certainty 1: an invitation asks (its message is
/// judged as well), a recommendation and an endorsement give. The sentence is then the first,
/// or empty where there is no text. Calls and meetings carry the owner's own notes: no acts.
pub fn acts(text: &str, kind: InteractionKind) -> Vec<Act> {
    match kind {
        InteractionKind::Recommendation | InteractionKind::Endorsement => {
            vec![by_kind(ActKind::Give, text)]
        }
        InteractionKind::Invitation => invitation(text),
        InteractionKind::Message | InteractionKind::GroupPost => judged(text),
        InteractionKind::Call | InteractionKind::Meeting | InteractionKind::Other => Vec::new(),
    }
}

/// The sentences that ask.
pub fn asks(text: &str) -> Vec<Range<usize>> {
    let acts = judged(text).into_iter();
    acts.filter(|act| act.kind == ActKind::Ask).map(|act| act.sentence).collect()
}

/// How sure it is that something in the text asks, 0 to 1.
pub fn ask_certainty(text: &str) -> f32 {
    strongest(text, |reading| reading.certainty(ActKind::Ask))
}

/// How sure it is that the text leaves something to be done, by whomever: asked, proposed or
/// promised, 0 to 1.
pub fn intent_certainty(text: &str) -> f32 {
    intent(text).map_or(0.0, fitted::certainty)
}

/// How sure each act is to be the message's own: ask, give, inform, social. Together they make
/// 1; of a text in which nothing can be read, all are 0.
pub fn message_acts(text: &str) -> [f32; 4] {
    whole(text).map_or([0.0; 4], |whole| whole.acts())
}

/// What a message does as a whole: it asks if a sentence asks, else gives if a sentence gives;
/// it is social only when nothing in it informs.
pub fn main_act(acts: &[Act]) -> ActKind {
    let has = |kind| acts.iter().any(|act| act.kind == kind);
    [ActKind::Ask, ActKind::Give, ActKind::Inform, ActKind::Social]
        .into_iter()
        .find(|kind| has(*kind))
        .unwrap_or(ActKind::Inform)
}

fn judged(text: &str) -> Vec<Act> {
    let readings = readings(text).into_iter();
    readings
        .filter_map(|(sentence, reading)| {
            let (kind, certainty) = reading.act()?;
            Some(Act { kind, sentence, certainty })
        })
        .collect()
}

fn strongest(text: &str, of: impl Fn(&Reading) -> f32) -> f32 {
    let readings = readings(text);
    readings.iter().map(|(_, reading)| of(reading)).fold(0.0, f32::max)
}

fn invitation(text: &str) -> Vec<Act> {
    let mut acts = judged(text);
    match acts.iter_mut().find(|act| act.kind == ActKind::Ask) {
        Some(ask) => ask.certainty = 1.0,
        None => {
            let itself = by_kind(ActKind::Ask, text);
            acts.retain(|act| act.sentence != itself.sentence);
            acts.insert(0, itself);
        }
    }
    acts
}

fn by_kind(kind: ActKind, text: &str) -> Act {
    let first = text::own_sentences(text).into_iter().next();
    Act { kind, sentence: first.unwrap_or(0..0), certainty: 1.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn only_act(text: &str) -> Option<ActKind> {
        let acts = acts(text, InteractionKind::Message);
        assert!(acts.len() <= 1, "{acts:?}");
        acts.first().map(|act| act.kind)
    }

    #[test]
    fn an_ask_is_seen_whether_said_out_or_hinted_at() {
        for text in [
            "Could you send me the slides from Tuesday?",
            "Please let me know which day suits you.",
            "It would be great if somebody could take the minutes.",
            "We are still short of two speakers for June.",
        ] {
            assert_eq!(only_act(text), Some(ActKind::Ask), "{text}");
        }
    }

    #[test]
    fn an_offer_in_the_dress_of_an_ask_gives() {
        for text in [
            "Let me know if you have any questions.",
            "Please feel free to contact me if you need anything else.",
            "Can I help with the move?",
        ] {
            assert_eq!(only_act(text), Some(ActKind::Give), "{text}");
        }
    }

    #[test]
    fn small_talk_asks_nothing() {
        for text in ["How are you?", "I hope you are well.", "Thank you so much!"] {
            assert_eq!(only_act(text), Some(ActKind::Social), "{text}");
        }
    }

    #[test]
    fn each_sentence_shows_its_own_act() {
        let text = "Hi Bea,\n\nHere is the article you asked for. Could you read my draft?\n\nAda";
        let acts = acts(text, InteractionKind::Message);
        let shown: Vec<_> =
            acts.iter().map(|act| (act.kind, text.get(act.sentence.clone()).unwrap())).collect();
        assert_eq!(
            shown,
            [
                (ActKind::Give, "Here is the article you asked for."),
                (ActKind::Ask, "Could you read my draft?"),
            ]
        );
        assert_eq!(main_act(&acts), ActKind::Ask);
    }

    #[test]
    fn an_invitation_asks_even_without_a_word() {
        let empty = acts("", InteractionKind::Invitation);
        assert_eq!((empty.len(), &empty[0].sentence), (1, &(0..0)));
        assert_eq!((empty[0].kind, empty[0].certainty), (ActKind::Ask, 1.0));
        let text = "We met in Lisbon. Could you introduce me to Dora?";
        let asking = acts(text, InteractionKind::Invitation);
        let asks: Vec<_> = asking.iter().filter(|act| act.kind == ActKind::Ask).collect();
        assert_eq!((asks.len(), asks[0].certainty), (1, 1.0));
    }

    #[test]
    fn a_recommendation_gives_whatever_its_words_say() {
        let text = "Could you ask for a better colleague? Bea never let us down.";
        let acts = acts(text, InteractionKind::Recommendation);
        assert_eq!((acts.len(), acts[0].kind), (1, ActKind::Give));
    }

    #[test]
    fn the_owners_notes_of_a_call_are_no_acts() {
        assert!(acts("Could you call back?", InteractionKind::Call).is_empty());
    }

    #[test]
    fn another_language_is_left_to_the_rules_without_words() {
        let text = "Hallo Bea, kannst du mir bitte die Notizen von Dienstag schicken?";
        assert!(acts(text, InteractionKind::Message).is_empty());
    }

    #[test]
    fn quoted_history_is_not_the_writers() {
        let text = "Sounds right to me.\n\n> Could you send me the notes?";
        assert!(asks(text).is_empty());
    }

    proptest! {
        #[test]
        fn every_sentence_lies_in_its_text_and_the_answer_is_the_same_twice(
            text in "(.|\n){0,120}|([a-z?!.,:' ]{0,40}(please|could you|’ll|\n|日本|é)){0,6}"
        ) {
            for kind in InteractionKind::ALL {
                let first = acts(&text, *kind);
                for act in &first {
                    prop_assert!(text.get(act.sentence.clone()).is_some());
                    prop_assert!((0.0..=1.0).contains(&act.certainty));
                    prop_assert!(act.certainty >= SURE);
                }
                prop_assert_eq!(&first, &acts(&text, *kind));
            }
        }
    }
}
