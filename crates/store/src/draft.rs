//! Drafts: what is being written, to whom, and which rules are silent for it.

use crate::row::{self, Field, Kind, Row};
use crate::{Fault, Reader, Writer};
use model::{Channel, ContactId, ConversationId, Draft, DraftId, Moment, Uid};
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, Row as Answer};

static DRAFT: Kind = Kind {
    word: "draft",
    table: "draft",
    fields: &["channel", "answers", "subject", "text", "changed_at", "changed_offset"],
    after: touched,
};

static RECIPIENT: Kind = Kind {
    word: "recipient",
    table: "recipient",
    fields: &["draft", "place", "contact"],
    after: touched,
};

static DISMISSAL: Kind =
    Kind { word: "dismissal", table: "dismissal", fields: &["draft", "rule"], after: touched };

pub(crate) const KINDS: &[&Kind] = &[&DRAFT, &RECIPIENT, &DISMISSAL];

fn touched(writer: &mut Writer<'_>, _: &Uid) -> Result<(), Fault> {
    writer.touched.drafts = true;
    Ok(())
}

impl Reader<'_> {
    /// The drafts, the one last typed first.
    pub fn drafts(&self) -> Result<Vec<Draft>, Fault> {
        let mut ask = self.db().prepare_cached(include_str!("draft/all.sql"))?;
        let drafts = ask.query_map([], draft)?;
        let mut drafts: Vec<Draft> = drafts.collect::<Result<_, _>>()?;
        for draft in &mut drafts {
            draft.recipients = self.recipients(draft.id)?;
        }
        Ok(drafts)
    }

    /// A draft.
    pub fn draft(&self, id: DraftId) -> Result<Option<Draft>, Fault> {
        let mut ask = self.db().prepare_cached(include_str!("draft/one.sql"))?;
        let Some(mut draft) = ask.query_row([id.0.as_bytes()], draft).optional()? else {
            return Ok(None);
        };
        draft.recipients = self.recipients(id)?;
        Ok(Some(draft))
    }

    /// The rules that are silent for a draft.
    pub fn dismissed(&self, draft: DraftId) -> Result<Vec<String>, Fault> {
        let mut ask = self.db().prepare_cached(include_str!("draft/dismissed.sql"))?;
        let rules = ask.query_map([draft.0.as_bytes()], |row| row.get(0))?;
        Ok(rules.collect::<Result<_, _>>()?)
    }

    fn recipients(&self, draft: DraftId) -> Result<Vec<ContactId>, Fault> {
        let mut ask = self.db().prepare_cached(include_str!("draft/recipients.sql"))?;
        let found = ask.query_map([draft.0.as_bytes()], |row| row.get(0))?;
        let mut recipients = Vec::new();
        for uid in found {
            let contact = ContactId(Uid::from_bytes(uid?));
            if !recipients.contains(&contact) {
                recipients.push(contact);
            }
        }
        Ok(recipients)
    }
}

impl Writer<'_> {
    /// A name for a new draft.
    pub fn new_draft_id(&mut self) -> DraftId {
        DraftId(self.new_uid())
    }

    /// Adds a draft or changes the kept one.
    pub fn save_draft(&mut self, draft: &Draft) -> Result<bool, Fault> {
        let mut changed = self.make(Row::new(&DRAFT, draft.id.0), &fields(draft))?;
        let mut gone = self.recipient_rows(draft.id)?;
        for (place, contact) in (1..).zip(&draft.recipients) {
            let row = beside(&RECIPIENT, draft.id, contact.0.as_bytes());
            gone.retain(|uid| *uid != row.uid);
            let fields = [
                ("draft", row::uid(draft.id.0)),
                ("place", Value::Integer(place)),
                ("contact", row::uid(contact.0)),
            ];
            changed |= self.make(row, &fields)?;
        }
        for uid in gone {
            changed |= self.remove(Row::new(&RECIPIENT, uid))?;
        }
        Ok(changed)
    }

    /// Throws a draft away.
    pub fn remove_draft(&mut self, id: DraftId) -> Result<bool, Fault> {
        self.remove(Row::new(&DRAFT, id.0))
    }

    /// Silences a rule for one draft.
    pub fn dismiss(&mut self, draft: DraftId, rule: &str) -> Result<bool, Fault> {
        let fields = [("draft", row::uid(draft.0)), ("rule", row::text(rule))];
        self.make(beside(&DISMISSAL, draft, rule.as_bytes()), &fields)
    }

    /// Lets a rule speak again.
    pub fn undismiss(&mut self, draft: DraftId, rule: &str) -> Result<bool, Fault> {
        self.remove(beside(&DISMISSAL, draft, rule.as_bytes()))
    }

    fn recipient_rows(&self, draft: DraftId) -> Result<Vec<Uid>, Fault> {
        let mut ask = self.db().prepare_cached(include_str!("draft/recipient_rows.sql"))?;
        let rows = ask.query_map([draft.0.as_bytes()], |row| row.get(0))?;
        rows.map(|uid| Ok(Uid::from_bytes(uid?))).collect()
    }
}

/// What there is once for a draft and something else, under the same uid on every machine.
fn beside(kind: &'static Kind, draft: DraftId, what: &[u8]) -> Row {
    Row::new(kind, Uid::derived(&[kind.word.as_bytes(), draft.0.as_bytes(), what]))
}

fn fields(draft: &Draft) -> Vec<Field> {
    vec![
        ("channel", row::text(draft.channel.word())),
        ("answers", row::maybe(draft.answers, |id| row::uid(id.0))),
        ("subject", row::text(&draft.subject)),
        ("text", row::text(&draft.text)),
        ("changed_at", Value::Integer(draft.changed_at.millis())),
        ("changed_offset", row::maybe(draft.changed_at.offset_minutes, |minutes| minutes.into())),
    ]
}

fn draft(row: &Answer<'_>) -> rusqlite::Result<Draft> {
    let channel: String = row.get("channel")?;
    let answers: Option<[u8; 16]> = row.get("answers")?;
    Ok(Draft {
        id: DraftId(Uid::from_bytes(row.get("uid")?)),
        recipients: Vec::new(),
        channel: Channel::from_word(&channel).unwrap_or(Channel::Other),
        answers: answers.map(|uid| ConversationId(Uid::from_bytes(uid))),
        subject: row.get("subject")?,
        text: row.get("text")?,
        changed_at: Moment::from_millis(row.get("changed_at")?, row.get("changed_offset")?),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Deed;
    use crate::told::{ago, now, person, store};

    fn draft(name: &str, to: &[&str], days: i64) -> Draft {
        Draft {
            id: DraftId(Uid::derived(&[name.as_bytes()])),
            recipients: to.iter().map(|name| person(name)).collect(),
            channel: Channel::Linkedin,
            answers: Some(ConversationId(Uid::derived(&[b"thread"]))),
            subject: "Hello".into(),
            text: name.into(),
            changed_at: ago(days),
        }
    }

    fn saves(store: &crate::Store, draft: &Draft) -> bool {
        let draft = draft.clone();
        store.told(Deed::EditDraft, move |w| w.save_draft(&draft)).value
    }

    #[test]
    fn drafts_are_read_as_they_were_written_the_latest_first() {
        let store = store();
        store.knows(&["Ada", "Bea"]);
        let (old, new) = (draft("old", &["Bea", "Ada"], 2), draft("new", &[], 1));
        assert!(saves(&store, &old) && saves(&store, &new));
        assert!(!saves(&store, &old));
        assert_eq!(store.asked(|r| r.drafts()), [new, old.clone()]);
        assert_eq!(store.asked(|r| r.draft(old.id)), Some(old));
    }

    #[test]
    fn recipients_come_and_go_in_the_order_of_the_owner() {
        let store = store();
        store.knows(&["Ada", "Bea", "Chidi"]);
        for to in [&["Ada", "Bea"][..], &["Bea", "Chidi"], &[], &["Chidi", "Ada", "Bea"]] {
            let draft = draft("d", to, 1);
            saves(&store, &draft);
            assert_eq!(store.asked(|r| r.draft(draft.id)), Some(draft));
        }
    }

    #[test]
    fn who_was_deleted_gets_nothing_and_who_was_merged_gets_it_once() {
        let store = store();
        store.knows(&["Ada", "Bea", "Chidi"]);
        let draft = draft("d", &["Ada", "Bea", "Chidi"], 1);
        saves(&store, &draft);
        store.told(Deed::DeleteContact, |w| w.delete_contact(person("Chidi")));
        store.told(Deed::MergeContacts, |w| w.merge_contacts(person("Bea"), person("Ada")));
        let read = store.asked(|r| r.draft(draft.id)).unwrap();
        assert_eq!(read.recipients, [person("Bea")]);
    }

    #[test]
    fn a_rule_is_silent_for_one_draft_until_it_speaks_again() {
        let store = store();
        let (one, other) = (draft("one", &[], 1), draft("other", &[], 1));
        saves(&store, &one);
        saves(&store, &other);
        store.told(Deed::EditDraft, move |w| {
            w.dismiss(one.id, "pitch")?;
            w.dismiss(one.id, "copy")
        });
        assert_eq!(store.asked(|r| r.dismissed(one.id)), ["copy", "pitch"]);
        assert!(store.asked(|r| r.dismissed(other.id)).is_empty());
        store.told(Deed::EditDraft, move |w| w.undismiss(one.id, "pitch"));
        assert_eq!(store.asked(|r| r.dismissed(one.id)), ["copy"]);
    }

    #[test]
    fn a_draft_that_was_thrown_away_comes_back_whole() {
        let store = store();
        store.knows(&["Ada"]);
        let draft = draft("d", &["Ada"], 1);
        saves(&store, &draft);
        let id = draft.id;
        store.told(Deed::RemoveDraft, move |w| w.remove_draft(id));
        assert_eq!(store.asked(|r| r.draft(id)), None);
        assert_eq!(store.undo(now()).unwrap().unwrap().value, Deed::RemoveDraft);
        assert_eq!(store.asked(|r| r.drafts()), [draft]);
    }
}
