//! What was said to many at once: the discussion group, and letters from programs.

use super::past::{Past, Told};
use super::table;
use model::{Channel, Contact, ContactId, Direction, Identity, InteractionKind, Name, Uid};

const GROUP: &str = include_str!("talk/group.txt");
const LISTS: &str = include_str!("talk/lists.txt");

/// What the discussion group is called.
pub(super) const GROUP_NAME: &str = "Facilitators' Roundtable";

/// Days ago of the first and the last exchange in the group.
const GROUP_DAYS: (i64, i64) = (960, 95);
/// Programs have written since so many days.
const LIST_DAYS: i64 = 900;

impl Past<'_> {
    /// The exchanges in the discussion group.
    pub(super) fn group(&mut self) {
        let exchanges = table::entries(GROUP);
        let count = i64::try_from(exchanges.len()).unwrap_or(1).max(1);
        let (first, last) = GROUP_DAYS;
        for (exchange, turn) in exchanges.iter().zip(0_i64..) {
            let mut ago = first - turn * (first - last) / count;
            let mut opener = None;
            for line in &exchange.lines {
                let Some((speaker, text)) = line.split_once(": ") else {
                    continue;
                };
                let (direction, whom) = match self.id_of(speaker) {
                    Some(id) => (Direction::Between, Some(id)),
                    // The owner answers whoever began.
                    None => (Direction::Out, opener),
                };
                let Some(whom) = whom else { continue };
                let moment = self.calendar.ago(ago, 8 * 60 + self.dice.below(12 * 60));
                self.tell(Told {
                    subject: exchange.head(0).to_owned(),
                    text: text.to_owned(),
                    thread: (format!("group {}", exchange.head(0)), GROUP_NAME),
                    is_reply: opener.is_some(),
                    ..Told::new(
                        (InteractionKind::GroupPost, Channel::Group),
                        direction,
                        whom,
                        moment,
                    )
                });
                opener = opener.or(Some(whom));
                ago -= 1;
            }
        }
    }

    /// Newsletters and receipts.
    pub(super) fn lists(&mut self) {
        for list in table::entries(LISTS) {
            let every: i64 = list.head(2).parse().unwrap_or(LIST_DAYS);
            let mut texts = list.lines.iter().cycle();
            let mut ago = LIST_DAYS;
            while ago > 0 {
                let text = texts.next().copied().unwrap_or_default();
                let moment = self.calendar.ago(ago, 6 * 60);
                self.tell(Told {
                    subject: list.head(0).to_owned(),
                    text: text.to_owned(),
                    automated: true,
                    ..Told::new(
                        (InteractionKind::Message, Channel::Email),
                        Direction::In,
                        sender_id(list.head(1)),
                        moment,
                    )
                });
                ago -= every + self.dice.below(4);
            }
        }
    }
}

fn sender_id(address: &str) -> ContactId {
    ContactId(Uid::derived(&[b"sample sender", address.as_bytes()]))
}

/// The programs that write, kept out of the contacts.
pub(super) fn senders() -> Vec<Contact> {
    let lists = table::entries(LISTS);
    let senders = lists.iter().map(|list| Contact {
        identities: Identity::email(list.head(1)).into_iter().collect(),
        automated: true,
        ..Contact::named(
            sender_id(list.head(1)),
            Name { shown: list.head(0).to_owned(), ..Name::default() },
        )
    });
    senders.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::people;

    #[test]
    fn whoever_speaks_in_the_group_is_in_it() {
        let people = people::all();
        for exchange in table::entries(GROUP) {
            for line in &exchange.lines {
                let speaker = line.split_once(": ").unwrap().0;
                let known = people.iter().find(|person| person.shown() == speaker);
                assert!(speaker == "me" || known.unwrap().is_in_the_group(), "{line}");
            }
        }
    }
}
