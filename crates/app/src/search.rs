//! Search over everything kept.

mod narrow;

use crate::timeline::Names;
use crate::view::Span;
use crate::view::contact::ContactRow;
use crate::view::search::{Found, FoundInteraction, FoundNote};
use crate::{App, Trouble, when};
use model::Interaction;
use model::likeness::fold;
use narrow::Wanted;
use store::{Fault, Reader};

/// How much of each sort is shown.
const SHOWN: u32 = 30;
/// Letters around the first find.
const AROUND: usize = 60;
/// Letters shown in all.
const SNIPPET: usize = 180;

impl App {
    /// Makes findable what an import that was broken off, or a store of an earlier shape, left
    /// without its words in the index. Quick where nothing is left.
    ///
    /// # Errors
    /// Only of the store.
    pub fn index_words(&self) -> Result<(), Trouble> {
        while self.store().index_words(self.now())? {}
        Ok(())
    }

    /// Finds contacts, notes and interactions; any input is fine. `from:`, `to:`, `with:`,
    /// `in:`, `before:` and `after:` narrow it to interactions, and beside them `asks` and
    /// `gives`.
    ///
    /// One that is asked while another is being answered breaks that one off.
    ///
    /// # Errors
    /// Of the store; [`Trouble::Cancelled`] where it was overtaken.
    pub fn search(&self, query: &str) -> Result<Found, Trouble> {
        let wanted = Wanted::of(query);
        let words = words(&wanted.words);
        Ok(self.store().read_latest(&self.searches, |reader| {
            let narrowed = wanted.narrowed(reader)?;
            let query = wanted.words.clone();
            let found = reader.search(&store::SearchWanted { query, narrowed, limit: SHOWN })?;
            let mut names = Names::default();
            let mut notes = Vec::new();
            for note in found.notes {
                if let Some(contact) = names.of(reader, note.contact)? {
                    notes.push(FoundNote { id: note.id.to_string(), contact, text: note.text });
                }
            }
            let mut interactions = Vec::new();
            for id in found.interactions {
                if let Some(interaction) = reader.interaction(id)? {
                    interactions.push(view(reader, &interaction, (&words, &mut names))?);
                }
            }
            let mut contacts = Vec::new();
            for id in found.contacts {
                contacts.extend(reader.contact(id)?.as_ref().map(ContactRow::from));
            }
            Ok(Found { contacts, notes, interactions })
        })?)
    }
}

fn view(
    reader: &Reader<'_>,
    interaction: &Interaction,
    (words, names): (&[String], &mut Names),
) -> Result<FoundInteraction, Fault> {
    let contact = match interaction.participants.first() {
        Some(first) => names.of(reader, first.contact)?,
        None => None,
    };
    let text = snippet(&interaction.text, words);
    Ok(FoundInteraction {
        id: interaction.id.to_string(),
        at: when::iso(interaction.moment),
        contact,
        conversation: interaction.conversation.map(|id| id.to_string()),
        channel: interaction.channel.word().to_owned(),
        direction: interaction.direction.word().to_owned(),
        subject: interaction.subject.clone(),
        marks: marks(&text, words),
        text,
    })
}

/// The words that were looked for, folded, without quotes and without those that were not wanted.
fn words(query: &str) -> Vec<String> {
    let wanted = query.split_whitespace().filter(|word| !word.starts_with('-'));
    wanted.map(fold).filter(|word| !word.is_empty()).collect()
}

/// The words around the first find, on one line.
fn snippet(text: &str, words: &[String]) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let first = marks_in(&line, words).first().map_or(0, |mark| mark.start);
    let before = line.get(..first).unwrap_or_default();
    let from = before.char_indices().rev().nth(AROUND).map_or(0, |(at, _)| at);
    let from = before.get(from..).and_then(|b| b.find(' ')).map_or(from, |gap| from + gap + 1);
    let from = if from > first || before.chars().count() <= AROUND { 0 } else { from };
    let tail: String = line.get(from..).unwrap_or_default().chars().take(SNIPPET).collect();
    let cut = line.get(from..).is_some_and(|rest| rest.len() > tail.len());
    format!("{}{tail}{}", if from > 0 { "… " } else { "" }, if cut { " …" } else { "" })
}

fn marks(text: &str, words: &[String]) -> Vec<Span> {
    marks_in(text, words).iter().map(|mark| Span::of(text, mark)).collect()
}

/// Words of the text that begin with a wanted word.
fn marks_in(text: &str, words: &[String]) -> Vec<std::ops::Range<usize>> {
    let mut found = Vec::new();
    let mut start = None;
    let ends = text.char_indices().chain(Some((text.len(), ' ')));
    for (at, letter) in ends {
        match (letter.is_alphanumeric(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                if begins_with_one_of(text.get(from..at).unwrap_or_default(), words) {
                    found.push(from..at);
                }
                start = None;
            }
            _ => {}
        }
    }
    found
}

/// Whether a word begins with one of some folded words.
fn begins_with_one_of(word: &str, wanted: &[String]) -> bool {
    if word.is_ascii() {
        let head = |wanted: &String| word.as_bytes().get(..wanted.len());
        return wanted
            .iter()
            .any(|it| head(it).is_some_and(|head| head.eq_ignore_ascii_case(it.as_bytes())));
    }
    let folded = fold(word);
    wanted.iter().any(|wanted| folded.starts_with(wanted.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_and_case_are_no_hindrance_to_a_mark() {
        let words = words("zoe -never");
        assert_eq!(marks_in("Dear Zoë, hello", &words), vec![5..9]);
    }

    #[test]
    fn a_find_deep_in_a_text_is_shown_with_its_surroundings() {
        let text = format!("{} needle {}", "hay ".repeat(100), "straw ".repeat(100));
        let shown = snippet(&text, &words("needle"));
        assert!(shown.starts_with("… hay") && shown.ends_with('…'));
        assert!(shown.contains("needle") && shown.chars().count() < 200);
    }
}
