//! Files that speak of one another: Slack's messages of its `users.json`, Facebook's chats of
//! the owner's profile. They are read in an order in which what the others need comes first, and
//! one reader keeps what each of them says.

use crate::{Bytes, Format, Take, facebook, slack};
use std::collections::BTreeMap;
use std::ops::ControlFlow;

/// When a file is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Turn<'p> {
    /// Before all that have no turn; the lower first.
    Before(u8),
    /// Where the first of its set stands, the sets' files by their numbers.
    InSet {
        /// What the files of a set have in common, their folder for instance.
        set: &'p str,
        /// The file's number in it.
        number: u64,
    },
}

/// The reader of files that belong together.
pub(crate) trait Family {
    /// When a file of this path is read; `None` where that does not matter.
    fn turn<'p>(&self, path: &'p str) -> Option<Turn<'p>>;

    /// Reads a file where it is one of this family's, and answers whether it is.
    fn read(&mut self, format: Format, file: (&str, &mut dyn Bytes), take: &mut Take<'_>) -> bool;

    /// When all files were read: what only all of them tell. `name` is what they lie in.
    fn end(&mut self, name: &str, take: &mut Take<'_>) -> ControlFlow<()> {
        let _ = (name, take);
        ControlFlow::Continue(())
    }
}

/// Every family, and what its files said so far.
pub(crate) struct Families(Vec<Box<dyn Family>>);

impl Default for Families {
    fn default() -> Self {
        Self(vec![Box::new(slack::Workspace::default()), Box::new(facebook::Archive::default())])
    }
}

impl Families {
    /// The places of the paths in the order in which the files are read; those that no family
    /// knows keep theirs.
    pub(crate) fn order(&self, paths: &[String]) -> Vec<usize> {
        let mut first_of_set: BTreeMap<&str, usize> = BTreeMap::new();
        let mut keyed: Vec<(u8, usize, u64, usize)> = Vec::new();
        for (place, path) in paths.iter().enumerate() {
            let turn = self.0.iter().find_map(|family| family.turn(path));
            keyed.push(match turn {
                Some(Turn::Before(rank)) => (rank, place, 0, place),
                Some(Turn::InSet { set, number }) => {
                    let first = *first_of_set.entry(set).or_insert(place);
                    (u8::MAX, first, number, place)
                }
                None => (u8::MAX, place, 0, place),
            });
        }
        keyed.sort_unstable();
        keyed.into_iter().map(|(.., place)| place).collect()
    }

    /// Reads a file by the family whose it is, and answers whether it is one's.
    pub(crate) fn read(
        &mut self,
        format: Format,
        (name, bytes): (&str, &mut dyn Bytes),
        take: &mut Take<'_>,
    ) -> bool {
        self.0.iter_mut().any(|family| family.read(format, (name, &mut *bytes), take))
    }

    /// When all files were read.
    pub(crate) fn end(&mut self, name: &str, take: &mut Take<'_>) -> ControlFlow<()> {
        self.0.iter_mut().try_for_each(|family| family.end(name, take))
    }
}

/// Reads one file of a family by itself.
pub(crate) fn read_alone(
    format: Format,
    (name, bytes): (&str, &mut dyn Bytes),
    take: &mut Take<'_>,
) {
    let mut families = Families::default();
    let mut flow = ControlFlow::Continue(());
    families.read(format, (name, bytes), &mut |piece| {
        flow = take(piece);
        flow
    });
    if flow.is_continue() {
        let _ = families.end(name, take);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ordered<const N: usize>(paths: [&str; N]) -> Vec<&str> {
        let order = Families::default().order(&paths.map(str::to_owned));
        order.into_iter().map(|place| paths[place]).collect()
    }

    #[test]
    fn who_and_where_are_read_before_what() {
        assert_eq!(
            ordered(["general/2024-01-01.json", "dms.json", "x/users.json", "canvases.json"]),
            ["x/users.json", "dms.json", "general/2024-01-01.json", "canvases.json"]
        );
    }

    #[test]
    fn files_of_a_chat_come_by_their_number_and_the_profile_first() {
        assert_eq!(
            ordered([
                "a/ada/message_1.json",
                "a/ada/message_10.json",
                "b/other.csv",
                "a/ada/message_2.json",
                "a/bea/message_1.json",
                "c/profile_information.json",
            ]),
            [
                "c/profile_information.json",
                "a/ada/message_1.json",
                "a/ada/message_2.json",
                "a/ada/message_10.json",
                "b/other.csv",
                "a/bea/message_1.json",
            ]
        );
    }
}
