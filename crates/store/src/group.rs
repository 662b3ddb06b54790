//! Discussion groups and who is in them.

use crate::row::{self, Kind, Row};
use crate::{Fault, Reader, Writer};
use model::{ContactId, Group, GroupId, Uid};
use rusqlite::{Row as Answer, ToSql};

static GROUP: Kind = Kind {
    word: "group",
    table: "grouping",
    fields: &["name", "place"],
    after: |writer, _| {
        writer.touched.circles = true;
        Ok(())
    },
};

static MEMBER: Kind = Kind {
    word: "group_member",
    table: "group_member",
    fields: &["grouping", "contact"],
    after: |writer, uid| {
        writer.touched.circles = true;
        let mut ask =
            writer.db().prepare_cached("SELECT contact FROM group_member WHERE uid = ?1")?;
        let contact = ask.query_row([uid.as_bytes()], |row| row.get(0))?;
        drop(ask);
        writer.touched.contacts.insert(ContactId(Uid::from_bytes(contact)));
        Ok(())
    },
};

pub(crate) const KINDS: &[&Kind] = &[&GROUP, &MEMBER];

impl Reader<'_> {
    /// The groups, in the order of the alphabet.
    pub fn groups(&self) -> Result<Vec<Group>, Fault> {
        self.ask_groups(include_str!("group/all.sql"), &[])
    }

    /// The groups a contact is in.
    pub fn groups_of(&self, contact: ContactId) -> Result<Vec<Group>, Fault> {
        match self.contact_row(contact)? {
            Some(row) => self.ask_groups(include_str!("group/of_contact.sql"), &[&row]),
            None => Ok(Vec::new()),
        }
    }

    /// Who is in a group.
    pub fn group_members(&self, group: GroupId) -> Result<Vec<ContactId>, Fault> {
        let mut ask = self.db().prepare_cached(include_str!("group/members.sql"))?;
        let members = ask.query_map([group.0.as_bytes()], |row| row.get(0))?;
        members.map(|uid| Ok(ContactId(Uid::from_bytes(uid?)))).collect()
    }

    fn ask_groups(&self, ask: &str, values: &[&dyn ToSql]) -> Result<Vec<Group>, Fault> {
        let mut ask = self.db().prepare_cached(ask)?;
        let groups = ask.query_map(values, group)?;
        Ok(groups.collect::<Result<_, _>>()?)
    }
}

impl Writer<'_> {
    /// A name for a new group.
    pub fn new_group_id(&mut self) -> GroupId {
        GroupId(self.new_uid())
    }

    /// Adds a group or changes the kept one.
    pub fn save_group(&mut self, group: &Group) -> Result<bool, Fault> {
        let fields = [("name", row::text(&group.name)), ("place", row::text(&group.place))];
        self.make(Row::new(&GROUP, group.id.0), &fields)
    }

    /// Removes a group.
    pub fn remove_group(&mut self, id: GroupId) -> Result<bool, Fault> {
        self.remove(Row::new(&GROUP, id.0))
    }

    /// Puts somebody into a group, or takes them out.
    pub fn set_group_member(
        &mut self,
        group: GroupId,
        contact: ContactId,
        is_member: bool,
    ) -> Result<bool, Fault> {
        if is_member {
            let contact = self.resolve(contact)?;
            let fields = [("grouping", row::uid(group.0)), ("contact", row::uid(contact.0))];
            return self.make(membership(group, contact), &fields);
        }
        let mut changed = self.remove(membership(group, self.resolve(contact)?))?;
        for merged in self.merged_into(contact)? {
            changed |= self.remove(membership(group, merged))?;
        }
        Ok(changed)
    }
}

/// The same two are the same row on every machine.
fn membership(group: GroupId, contact: ContactId) -> Row {
    let parts: [&[u8]; 3] = [b"group_member", group.0.as_bytes(), contact.0.as_bytes()];
    Row::new(&MEMBER, Uid::derived(&parts))
}

fn group(row: &Answer<'_>) -> rusqlite::Result<Group> {
    Ok(Group { id: GroupId(Uid::from_bytes(row.get(0)?)), name: row.get(1)?, place: row.get(2)? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Deed;
    use crate::told::{person, store};

    #[test]
    fn people_come_into_a_group_and_leave_it() {
        let store = store();
        store.knows(&["Ada", "Bea"]);
        let group = Group {
            id: GroupId(Uid::derived(&[b"g"])),
            name: "Rust".into(),
            place: "slack".into(),
        };
        let (wanted, id) = (group.clone(), group.id);
        store.told(Deed::EditGroup, move |w| w.save_group(&group));
        let set = |who: &'static str, there| {
            store.told(Deed::EditGroup, move |w| w.set_group_member(id, person(who), there)).value
        };
        assert!(set("Ada", true) && set("Bea", true) && !set("Bea", true));
        assert_eq!(store.asked(|r| r.group_members(id)), [person("Ada"), person("Bea")]);
        assert!(set("Ada", false) && !set("Ada", false) && set("Ada", true) && set("Bea", false));
        assert_eq!(store.asked(|r| r.group_members(id)), [person("Ada")]);
        let wanted = [wanted];
        assert_eq!(store.asked(|r| r.groups_of(person("Ada"))), wanted);
        assert_eq!(store.asked(|r| r.groups()), wanted);
        store.told(Deed::EditGroup, move |w| w.remove_group(id));
        assert!(store.asked(|r| r.groups_of(person("Ada"))).is_empty());
    }

    #[test]
    fn who_was_merged_leaves_with_the_one_they_are_read_as() {
        let store = store();
        store.knows(&["Ada", "Bea"]);
        let id = GroupId(Uid::derived(&[b"g"]));
        store.told(Deed::EditGroup, move |w| {
            w.save_group(&Group { id, name: "Rust".into(), place: String::new() })?;
            w.set_group_member(id, person("Bea"), true)?;
            w.merge_contacts(person("Ada"), person("Bea"))
        });
        assert_eq!(store.asked(|r| r.group_members(id)), [person("Ada")]);
        store.told(Deed::EditGroup, move |w| w.set_group_member(id, person("Ada"), false));
        assert!(store.asked(|r| r.group_members(id)).is_empty());
    }
}
