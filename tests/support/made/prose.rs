//! Made-up English: common words, a long tail of rare ones, and sentences that ask, give and
//! greet, so that every part of the engine has its usual work.

use crate::dice::{Dice, Ranks};

/// Rare words beyond the common ones.
const TAIL: usize = 40_000;

const COMMON: &str = "the to and of a in is for that you it on we with this be are have at as \
    not will if from or can but by our was all they your my more what there an so about their \
    would time when some also like one just new which up out has do them how after been work \
    other only its team meeting week project he she his her who than then now know could make \
    last next back think good people see well first where day need year before plan look over \
    into much way any these two most here way report number market client office call group \
    order change question system point part price contract review value process result city \
    letter paper book table garden river bridge winter summer morning evening school music";

const PIECES: &str = "ba be bo ka ke ko la le lo ma me mo na ne no ra re ro sa se so ta te to \
    va vi wo ya zu ber son man stein ski ova ini tor gan mel dri pas lun fer";

const STOCK: &[&str] = &[
    "Could you send me the {} by Friday?",
    "Can you have a look at the {} before we meet?",
    "Would you introduce me to the people behind the {}?",
    "Please let me know what you think of the {}.",
    "I have attached the {} you were looking for.",
    "Here is the {} I promised, with my notes on the margin.",
    "Thank you so much for the {}, it helped us a great deal.",
    "Congratulations on the {}!",
    "How was the {} last week?",
    "Shall we talk about the {} on Tuesday?",
];

const SUBJECTS: &[&str] = &["The {}", "{} next week", "Notes on the {}", "About {}", "{} and {}"];

/// Writes sentences, paragraphs, subjects.
pub struct Prose {
    words: Vec<String>,
    ranks: Ranks,
}

impl Prose {
    /// With rare words as the dice make them.
    pub fn new(dice: &mut Dice) -> Self {
        let mut words: Vec<String> = COMMON.split_whitespace().map(str::to_owned).collect();
        words.extend((0..TAIL).map(|_| rare(dice)));
        let ranks = Ranks::new(words.len(), 2.7);
        Self { words, ranks }
    }

    fn word(&self, dice: &mut Dice) -> &str {
        self.words.get(self.ranks.draw(dice)).map_or("the", String::as_str)
    }

    /// A word that says something.
    pub fn noun(&self, dice: &mut Dice) -> &str {
        let common = COMMON.split_whitespace().count();
        let rank = common + self.ranks.draw(dice);
        self.words.get(rank).map_or("garden", String::as_str)
    }

    /// What a letter is about.
    pub fn subject(&self, dice: &mut Dice) -> String {
        self.fill(dice.one_of(SUBJECTS), dice)
    }

    fn fill(&self, pattern: &str, dice: &mut Dice) -> String {
        let mut parts = pattern.split("{}");
        let mut filled = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            filled.push_str(self.noun(dice));
            filled.push_str(part);
        }
        filled
    }

    fn sentence(&self, dice: &mut Dice) -> String {
        if dice.falls(0.15) {
            return self.fill(dice.one_of(STOCK), dice);
        }
        let count = 6 + dice.below(13);
        let mut sentence = capital(self.word(dice));
        for _ in 1..count {
            sentence.push(' ');
            match dice.below(140) {
                0 => sentence.push_str(&dice.below(100_000).to_string()),
                1 => sentence.push_str(&format!(
                    "https://{}.example/{:x}",
                    surname(dice),
                    dice.roll()
                )),
                _ => sentence.push_str(self.word(dice)),
            }
        }
        sentence.push('.');
        sentence
    }

    /// Paragraphs of at least so many words in all.
    pub fn paragraphs(&self, dice: &mut Dice, words: usize) -> Vec<String> {
        let (mut done, mut paragraphs, mut current) = (0, Vec::new(), String::new());
        while done < words {
            let sentence = self.sentence(dice);
            done += sentence.split(' ').count();
            if !current.is_empty() {
                current.push(' ');
            }
            current.push_str(&sentence);
            if dice.falls(0.3) {
                paragraphs.push(std::mem::take(&mut current));
            }
        }
        paragraphs.extend(Some(current).filter(|it| !it.is_empty()));
        paragraphs
    }
}

fn rare(dice: &mut Dice) -> String {
    let pieces: Vec<&str> = PIECES.split_whitespace().collect();
    (0..2 + dice.below(3)).map(|_| dice.one_of(&pieces)).collect()
}

/// A family name that nobody bears, in small letters.
pub fn surname(dice: &mut Dice) -> String {
    let pieces: Vec<&str> = PIECES.split_whitespace().collect();
    (0..2 + dice.below(2)).map(|_| dice.one_of(&pieces)).collect()
}

/// With a capital first letter.
pub fn capital(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(|it| it.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}
