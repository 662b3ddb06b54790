//! Whose chat it is: what it is called, whether it is a group, who takes part, and which of
//! them the owner is.
//!
//! The file tells the sender as the owner's phone book has them. Its name tells the other side
//! or the group; the owner is whoever is not the other side of two, or is called "You".

use super::header::is_invisible;
use super::words;
use crate::{Party, chat};
use model::{Identity, Role};
use std::collections::HashSet;

/// Of more people than may be in a group nobody is told.
const MOST_SENDERS: usize = 2048;

/// What the lines of a file say about the people in it.
#[derive(Debug, Default)]
pub(super) struct Heard {
    /// Everybody who wrote, in order.
    pub(super) senders: Vec<String>,
    known: HashSet<String>,
    /// In whose name WhatsApp wrote notices (on an iPhone: the chat's).
    pub(super) noticed: Option<String>,
    /// Whether there were lines about a group.
    pub(super) is_group: bool,
}

impl Heard {
    /// Somebody wrote.
    pub(super) fn sender(&mut self, name: &str) {
        let is_new = !self.known.contains(name);
        if is_new && self.senders.len() < MOST_SENDERS {
            self.known.insert(name.to_owned());
            self.senders.push(name.to_owned());
        }
    }

    /// WhatsApp wrote, perhaps in somebody's name.
    pub(super) fn notice(&mut self, name: Option<&str>, text: &str) {
        let text = text.to_lowercase();
        self.is_group |= words::GROUP.iter().any(|words| text.contains(words));
        if self.noticed.is_none() {
            self.noticed = name.map(str::to_owned);
        }
    }
}

/// The sides of a chat.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Sides {
    /// What the chat is called.
    pub(super) title: String,
    /// Whether more than two take part.
    pub(super) is_group: bool,
    /// The owner's name in it, where it is certain.
    pub(super) owner: Option<String>,
    /// The other one of two.
    other: Option<String>,
    /// Everybody who wrote, but "You".
    writers: Vec<Party>,
}

impl Sides {
    /// Who is who in the chat of a file with this name.
    pub(super) fn of(file: &str, heard: Heard) -> Self {
        let named = chat_name(file).or_else(|| heard.noticed.clone());
        let you = heard.senders.iter().find(|name| is_you(name)).cloned();
        let others: Vec<&String> = heard.senders.iter().filter(|name| !is_you(name)).collect();
        let named_one = named.as_ref().and_then(|named| {
            let mut senders = others.iter();
            senders.find(|sender| is_same(sender, named)).map(|sender| (*sender).clone())
        });
        let fits_two = match others.len() {
            0 | 1 => true,
            2 => you.is_none() && (named_one.is_some() || named.is_none()),
            _ => false,
        };
        let is_group = heard.is_group || !fits_two;
        let other = named_one.or_else(|| match (&you, others.as_slice()) {
            (Some(_), [only]) => Some((*only).clone()),
            _ => named.clone(),
        });
        let other = other.filter(|_| !is_group);
        let rest = || {
            let is_there = other.as_ref().is_some_and(|other| others.contains(&other));
            let mut rest = others.iter().filter(|name| Some(**name) != other.as_ref());
            let first = rest.next().filter(|_| is_there);
            first.map(|name| (*name).clone())
        };
        let owner = you.clone().or_else(|| if is_group { None } else { rest() });
        let title = named.unwrap_or_else(|| joined(&heard.senders));
        let writers = others.iter().map(|name| party(name, &title)).collect();
        Self { title, is_group, owner, other, writers }
    }

    /// Who wrote.
    pub(super) fn from(&self, sender: &str) -> Party {
        party(sender, &self.title)
    }

    /// Whether the owner is not called by their name.
    pub(super) fn owner_is_you(&self) -> bool {
        self.owner.as_deref().is_some_and(is_you)
    }

    /// The other one of two.
    pub(super) fn other(&self) -> Option<&str> {
        self.other.as_deref()
    }

    /// Whether the owner wrote, where that is certain.
    pub(super) fn is_owner(&self, sender: &str) -> Option<bool> {
        match &self.owner {
            Some(owner) => Some(owner == sender),
            None => (self.other.as_deref() == Some(sender)).then_some(false),
        }
    }

    /// The one who is written to. Of others nobody is named: a message is told apart by its
    /// moment, its parties and its words, and a later export of the same chat, to which more
    /// people have written since, must tell the same message again.
    pub(super) fn to(&self, from: &Party) -> Option<(Role, Party)> {
        let is_from_other = self.other.as_deref() == Some(from.name.as_str());
        if self.is_group || is_from_other {
            return None;
        }
        let other = self.other.as_deref().map(|name| party(name, &self.title));
        let other = other.or_else(|| self.writers.iter().find(|writer| *writer != from).cloned());
        other.map(|other| (Role::To, other))
    }
}

/// Somebody by their name in the phone book, or by their number where they are not in it.
fn party(name: &str, chat: &str) -> Party {
    let number = Some(name).filter(|name| is_number(name)).and_then(Identity::phone);
    let only_within = name.is_empty().then(|| chat.to_owned());
    let identities: Vec<Identity> = number.into_iter().collect();
    Party { name: name.to_owned(), identities, only_within }
}

fn is_number(name: &str) -> bool {
    let fits = |c: char| c.is_ascii_digit() || " +()-.\u{2011}\u{A0}".contains(c);
    name.starts_with('+') && name.chars().all(fits)
}

/// The name of a sender without marks: "~ Ada" is how somebody calls herself.
pub(super) fn clean(name: &str) -> String {
    let seen: String = name.chars().filter(|c| !is_invisible(*c)).collect();
    let words: Vec<&str> =
        seen.trim_start_matches(['~', ' ', '\u{202F}']).split_whitespace().collect();
    words.join(" ")
}

fn is_you(name: &str) -> bool {
    words::YOU.contains(&name.to_lowercase().as_str())
}

/// Whether two spellings name one chat: file names lose slashes, colons and emoji.
fn is_same(sender: &str, named: &str) -> bool {
    let letters = |name: &str| {
        let letters = name.chars().filter(|c| c.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect::<String>()
    };
    let (one, two) = (letters(sender), letters(named));
    if one.is_empty() && two.is_empty() { sender == named } else { one == two }
}

fn joined(senders: &[String]) -> String {
    let mut names: Vec<&str> =
        senders.iter().take(chat::MOST_MEMBERS).map(String::as_str).collect();
    names.sort_unstable();
    names.join(", ")
}

/// What the chat is called, by the name of the file or of the archive or folder around it.
fn chat_name(file: &str) -> Option<String> {
    file.rsplit(['/', '\\']).find_map(|part| {
        let spaced = if part.contains(' ') { part.to_owned() } else { part.replace('_', " ") };
        let known = words::FILE_NAMES.iter().find_map(|prefix| {
            let head = spaced.get(..prefix.len()).filter(|head| head.to_lowercase() == *prefix)?;
            spaced.strip_prefix(head)
        })?;
        let name = without_ending(known);
        (!name.is_empty()).then_some(name)
    })
}

/// Without `.txt`, `.zip` and the number of a second download.
fn without_ending(name: &str) -> String {
    let clean = clean(name);
    let name = match clean.rsplit_once('.') {
        Some((bare, "zip" | "ZIP" | "txt" | "TXT")) => bare.trim_end().to_owned(),
        _ => clean,
    };
    let numbered = name.strip_suffix(')').and_then(|rest| rest.rsplit_once(" ("));
    match numbered {
        Some((bare, number)) if number.bytes().all(|b| b.is_ascii_digit()) => bare.to_owned(),
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sides(file: &str, senders: &[&str]) -> Sides {
        let mut heard = Heard::default();
        senders.iter().for_each(|name| heard.sender(name));
        Sides::of(file, heard)
    }

    #[test]
    fn the_files_name_tells_the_other_side_and_so_the_owner() {
        for file in [
            "WhatsApp Chat with Ada King.txt",
            "WhatsApp Chat - Ada King.zip/_chat.txt",
            "a/WhatsApp Chat - Ada King (2).zip/_chat.txt",
            "WhatsApp_Chat_with_Ada_King.txt",
            "WhatsApp-Chat mit Ada King.txt",
            "Chat de WhatsApp con Ada King.txt",
            "Discussion WhatsApp avec Ada King.txt",
            "Chat WhatsApp con Ada King.txt",
            "Conversa do WhatsApp com Ada King.txt",
        ] {
            let sides = sides(file, &["Olga Berg", "Ada King"]);
            assert_eq!(sides.title, "Ada King", "{file}");
            assert_eq!(sides.owner.as_deref(), Some("Olga Berg"), "{file}");
            assert_eq!(sides.is_owner("Ada King"), Some(false), "{file}");
            let to = sides.to(&sides.from("Olga Berg")).unwrap().1;
            assert_eq!(to.name, "Ada King", "{file}");
            assert_eq!(sides.to(&sides.from("Ada King")), None, "{file}");
        }
    }

    #[test]
    fn a_name_that_lost_its_emoji_is_the_same_name() {
        let sides = sides("WhatsApp Chat with Ada.txt", &["Ada \u{1F375}", "Olga"]);
        assert_eq!(sides.owner.as_deref(), Some("Olga"));
        assert!(!sides.is_group);
    }

    #[test]
    fn an_unsaved_number_is_an_address() {
        let sides = sides("WhatsApp Chat with +44 20 7946 0018.txt", &["+44 20 7946 0018", "Olga"]);
        assert_eq!(sides.is_owner("Olga"), Some(true));
        let from = sides.from("+44 20 7946 0018");
        assert_eq!(from.identities, [Identity::phone("+442079460018").unwrap()]);
    }

    #[test]
    fn two_of_whom_neither_gave_the_file_its_name_are_a_group() {
        let sides = sides("WhatsApp Chat with Choir.txt", &["Ada", "Olga"]);
        assert!(sides.is_group);
        assert_eq!(sides.is_owner("Ada"), None);
        assert_eq!(sides.to(&sides.from("Ada")), None);
    }

    #[test]
    fn you_are_the_owner() {
        let sides = sides("WhatsApp Chat with Choir.txt", &["Du", "Ada", "Bea"]);
        assert!(sides.is_group);
        assert_eq!((sides.is_owner("Du"), sides.is_owner("Ada")), (Some(true), Some(false)));
    }

    #[test]
    fn whoever_alone_writes_is_the_owner_only_where_nothing_else_can_be() {
        assert_eq!(sides("WhatsApp Chat with Ada.txt", &["Ada"]).is_owner("Ada"), Some(false));
        let written_to = sides("WhatsApp Chat with Ada.txt", &["Olga"]);
        assert_eq!(written_to.is_owner("Olga"), None);
        assert_eq!(written_to.to(&written_to.from("Olga")).unwrap().1.name, "Ada");
    }

    #[test]
    fn without_a_name_of_the_file_a_notice_names_the_chat() {
        let mut heard = Heard::default();
        heard.notice(Some("Ada"), "Messages and calls are end-to-end encrypted.");
        heard.sender("Ada");
        heard.sender("Olga");
        let sides = Sides::of("_chat.txt", heard);
        assert_eq!((sides.title.as_str(), sides.owner.as_deref()), ("Ada", Some("Olga")));
        let nameless = self::sides("_chat.txt", &["Olga", "Ada"]);
        assert_eq!((nameless.title.as_str(), nameless.owner), ("Ada, Olga", None));
        assert!(!nameless.is_group);
    }

    #[test]
    fn a_tilde_is_no_part_of_a_name() {
        assert_eq!(clean("~\u{202F}Ada  King"), "Ada King");
        assert_eq!(clean("\u{202A}+44 20 7946 0018\u{202C}"), "+44 20 7946 0018");
    }
}
