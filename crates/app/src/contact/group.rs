//! Discussion groups: who is in which.

use crate::done::done;
use crate::view::deed::Done;
use crate::{App, Trouble};
use model::{ContactId, Group};
use std::collections::BTreeSet;
use store::{Deed, Fault, Writer};

impl App {
    /// The names of all discussion groups, in the order of the alphabet.
    ///
    /// # Errors
    /// Only of the store.
    pub fn list_groups(&self) -> Result<Vec<String>, Trouble> {
        let groups = self.store().read(|reader| reader.groups())?;
        let names: BTreeSet<String> = groups.into_iter().map(|group| group.name).collect();
        Ok(names.into_iter().collect())
    }

    /// Puts somebody into just these groups, by name; a group that is not there yet is made.
    pub(super) fn put_into_groups(
        &self,
        contact: ContactId,
        names: &[String],
    ) -> Result<Done<()>, Trouble> {
        let wanted: BTreeSet<String> = names
            .iter()
            .map(|name| name.trim().to_owned())
            .filter(|name| !name.is_empty())
            .collect();
        let put = self.store().transact(Deed::EditGroup, self.now(), move |writer| {
            for group in writer.groups_of(contact)? {
                if !wanted.contains(&group.name) {
                    writer.set_group_member(group.id, contact, false)?;
                }
            }
            for name in &wanted {
                let group = group_named(writer, name)?;
                writer.set_group_member(group.id, contact, true)?;
            }
            Ok(())
        })?;
        Ok(done(put, Deed::EditGroup, |()| ()))
    }
}

fn group_named(writer: &mut Writer<'_>, name: &str) -> Result<Group, Fault> {
    let known = writer.groups()?.into_iter().find(|group| group.name == name);
    if let Some(group) = known {
        return Ok(group);
    }
    let group = Group { id: writer.new_group_id(), name: name.to_owned(), place: String::new() };
    writer.save_group(&group)?;
    Ok(group)
}
