//! Asking for a page of the list.

use crate::{Fault, Reader};
use model::{CircleId, ContactId, Direction, Moment, Uid, likeness};
use rusqlite::types::Value;
use rusqlite::{Row as Answer, params_from_iter};

/// Whom to list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ListKind {
    /// Everybody.
    All,
    /// Without lists, newsletters and no-reply senders.
    #[default]
    People,
    /// Those alone.
    Automated,
}

/// In which order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ListOrder {
    /// By name.
    #[default]
    Name,
    /// By what passed last, the latest first; those with whom nothing passed at the end.
    Last,
    /// The longest silence first; those with whom nothing passed at the end.
    Silence,
}

/// Which part of the list is wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListWanted {
    /// Each word begins a word of the name, organisation, title, an address or a tag.
    pub query: String,
    /// Only those with this tag.
    pub tag: Option<String>,
    /// Only those in this circle.
    pub circle: Option<CircleId>,
    /// Whom.
    pub kind: ListKind,
    /// In which order.
    pub order: ListOrder,
    /// How many lines to skip.
    pub offset: u32,
    /// How many lines to answer at most.
    pub limit: u32,
}

/// A page of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactPage {
    /// The lines.
    pub rows: Vec<ContactRow>,
    /// How many there are on all pages.
    pub total: u32,
}

/// A line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactRow {
    /// Who.
    pub id: ContactId,
    /// Their name, or their first address.
    pub name: String,
    /// Where they are now.
    pub organisation: String,
    /// As what.
    pub title: String,
    /// The circle they are in.
    pub circle: Option<CircleId>,
    /// The owner's tags.
    pub tags: Vec<String>,
    /// When something last passed.
    pub last_at: Option<Moment>,
    /// Whose word it was.
    pub last_direction: Option<Direction>,
    /// How much passed.
    pub interactions: u32,
    /// Whether there is a photo.
    pub photo: bool,
}

/// The conditions of a page as SQL with its values.
struct Conditions {
    sql: String,
    values: Vec<Value>,
}

impl Conditions {
    fn of(wanted: &ListWanted) -> Self {
        let mut conditions = Self { sql: String::from("WHERE TRUE"), values: Vec::new() };
        match wanted.kind {
            ListKind::All => {}
            ListKind::People => conditions.sql.push_str(" AND line.automated = 0"),
            ListKind::Automated => conditions.sql.push_str(" AND line.automated = 1"),
        }
        for word in likeness::fold(&wanted.query).split_whitespace() {
            let beyond = Value::Text(format!("{word}\u{10ffff}"));
            conditions.add(include_str!("with_word.sql"), [Value::Text(word.to_owned()), beyond]);
        }
        if let Some(tag) = &wanted.tag {
            conditions.add(include_str!("with_tag.sql"), [Value::Text(tag.clone())]);
        }
        if let Some(circle) = wanted.circle {
            let circle = Value::Blob(circle.0.as_bytes().to_vec());
            conditions.add(include_str!("in_circle.sql"), [circle]);
        }
        conditions
    }

    fn add(&mut self, sql: &str, values: impl IntoIterator<Item = Value>) {
        self.sql.push('\n');
        self.sql.push_str(sql);
        self.values.extend(values);
    }
}

impl Reader<'_> {
    /// A page of the list of contacts.
    pub fn contact_list(&self, wanted: &ListWanted) -> Result<ContactPage, Fault> {
        let conditions = Conditions::of(wanted);
        let count = format!("{}{}", include_str!("count.sql"), conditions.sql);
        let mut count = self.db().prepare_cached(&count)?;
        let total = count.query_row(params_from_iter(&conditions.values), |row| row.get(0))?;
        Ok(ContactPage { rows: self.page(wanted, conditions)?, total })
    }

    fn page(
        &self,
        wanted: &ListWanted,
        mut conditions: Conditions,
    ) -> Result<Vec<ContactRow>, Fault> {
        let order = match wanted.order {
            ListOrder::Name => include_str!("by_name.sql"),
            ListOrder::Last => include_str!("by_last.sql"),
            ListOrder::Silence => include_str!("by_silence.sql"),
        };
        conditions.add(order, [wanted.limit.into(), wanted.offset.into()].map(Value::Integer));
        let ask = include_str!("page.sql").replace("-- conditions", &conditions.sql);
        let mut ask = self.db().prepare_cached(&ask)?;
        let rows = ask.query_map(params_from_iter(&conditions.values), line)?;
        let mut rows: Vec<(i64, ContactRow)> = rows.collect::<Result<_, _>>()?;
        for (contact, row) in &mut rows {
            row.tags = self.tags_of(*contact)?;
        }
        Ok(rows.into_iter().map(|(_, row)| row).collect())
    }

    fn tags_of(&self, contact: i64) -> Result<Vec<String>, Fault> {
        let mut tags: Vec<String> = Vec::new();
        for kept in self.children(&crate::contact::TAGS, contact)? {
            if let Some(Value::Text(tag)) = kept.values.into_iter().next()
                && !tags.contains(&tag)
            {
                tags.push(tag);
            }
        }
        Ok(tags)
    }
}

fn line(row: &Answer<'_>) -> rusqlite::Result<(i64, ContactRow)> {
    let circle: Option<[u8; 16]> = row.get("circle")?;
    let last_at: Option<i64> = row.get("last_at")?;
    let offset = row.get("last_offset")?;
    let direction: Option<String> = row.get("last_direction")?;
    let line = ContactRow {
        id: ContactId(Uid::from_bytes(row.get("uid")?)),
        name: row.get("shown")?,
        organisation: row.get("organisation")?,
        title: row.get("title")?,
        circle: circle.map(|circle| CircleId(Uid::from_bytes(circle))),
        tags: Vec::new(),
        last_at: last_at.map(|at| Moment::from_millis(at, offset)),
        last_direction: direction.as_deref().and_then(Direction::from_word),
        interactions: row.get("interactions")?,
        photo: row.get("photo")?,
    };
    Ok((row.get("contact_rowid")?, line))
}
