//! Words that make a written text somebody's: names, places, greetings, closings.

use super::dice::Dice;
use super::people::Person;
use super::table;

const THEMES: &str = include_str!("talk/themes.txt");

/// What the owner is called.
pub(super) const OWNER: &str = "Marta";

/// What stands under the owner's mails.
pub(super) const SIGNATURE: &str = "Marta Quintela\nOficina Quintela · facilitation and research\n\
     Rua das Escadinhas 11, Lisbon · https://oficina-quintela.example";

/// One draw of words, the same throughout a conversation.
pub(super) struct Words {
    drawn: Vec<(String, String)>,
}

impl Words {
    /// Words for a conversation with somebody.
    pub(super) fn draw(person: &Person, dice: &mut Dice) -> Self {
        let mut drawn = vec![
            ("{you}".to_owned(), person.called()),
            ("{org}".to_owned(), person.organisation().to_owned()),
            ("{city}".to_owned(), person.city().to_owned()),
            ("{topic}".to_owned(), person.topic().to_owned()),
        ];
        for line in THEMES.lines() {
            if let Some((theme, words)) = line.split_once(':') {
                let mut words = table::columns(words);
                words.retain(|word| *word != person.city());
                let word = dice.pick(&words).unwrap_or_default();
                drawn.push((format!("{{{theme}}}"), word.to_owned()));
            }
        }
        Self { drawn }
    }

    /// The text with its words.
    pub(super) fn fill(&self, text: &str) -> String {
        let mut filled = text.to_owned();
        for (slot, word) in &self.drawn {
            if filled.contains(slot.as_str()) {
                filled = filled.replace(slot.as_str(), word);
            }
        }
        // A topic may open a sentence or a subject.
        let mut chars = filled.chars();
        match chars.next() {
            Some(first) => first.to_uppercase().chain(chars).collect(),
            None => filled,
        }
    }
}

/// How a letter opens.
pub(super) fn greeting(tongue: &str, name: &str, dice: &mut Dice) -> String {
    let words: &[&str] = match tongue {
        "pt" => &["Olá", "Viva"],
        "de" => &["Hallo", "Guten Tag"],
        _ => &["Hi", "Hello", "Dear", "Hi"],
    };
    format!("{} {name},", dice.pick(words).unwrap_or("Hi"))
}

/// How a letter closes.
pub(super) fn closing(tongue: &str, name: &str, dice: &mut Dice) -> String {
    let words: &[&str] = match tongue {
        "pt" => &["Um abraço,\n", "Até breve,\n", ""],
        "de" => &["Viele Grüße\n", "Herzlich\n"],
        _ => &["", "", "Best wishes,\n", "All the best,\n", "Warmly,\n"],
    };
    format!("{}{name}", dice.pick(words).unwrap_or_default())
}
