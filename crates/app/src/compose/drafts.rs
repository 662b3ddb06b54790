//! Drafts: kept while they are typed, handed over, marked as sent.

use super::desk::bare;
use crate::done::done;
use crate::timeline::{Logged, usual_kind};
use crate::view::compose::{DraftForm, DraftView, HandOver, Way};
use crate::view::deed::{ContactRef, Done};
use crate::{App, Trouble, contact, parse};
use model::{Channel, ContactId, Direction, Draft, DraftId, IdentityKind, Participant, Role};
use store::{Deed, Fault, Reader};

impl App {
    /// Kept drafts, the last touched first.
    ///
    /// # Errors
    /// Only of the store.
    pub fn list_drafts(&self) -> Result<Vec<DraftView>, Trouble> {
        Ok(self.store().read(|reader| {
            let drafts = reader.drafts()?;
            drafts.iter().map(|draft| view(reader, draft)).collect()
        })?)
    }

    /// Keeps a draft as it stands; makes one where the id is empty.
    ///
    /// # Errors
    /// Where a recipient is not there, or the channel is none.
    pub fn save_draft(&self, form: &DraftForm) -> Result<Done<DraftView>, Trouble> {
        let now = self.now();
        let recipients = self.recipients(&form.recipients)?;
        let channel = match form.channel.as_str() {
            "" => self.usual_channel(recipients.first().copied())?,
            word => parse::word(word, Channel::from_word, "channel")?,
        };
        let id: Option<DraftId> = parse::id_if_any(Some(&form.id), "draft")?;
        let answers = parse::id_if_any(form.answers.as_deref(), "conversation")?;
        let (subject, text) = (form.subject.clone(), form.text.clone());
        let saved = self.store().transact(Deed::EditDraft, now, move |writer| {
            let id = match id {
                Some(id) => id,
                None => writer.new_draft_id(),
            };
            let draft = Draft { id, recipients, channel, answers, subject, text, changed_at: now };
            writer.save_draft(&draft)?;
            view(writer, &draft)
        })?;
        Ok(done(saved, Deed::EditDraft, |view| view))
    }

    /// How a draft leaves the house.
    ///
    /// # Errors
    /// Where there is no such draft.
    pub fn hand_over(&self, id: &str) -> Result<HandOver, Trouble> {
        let draft = self.draft(id)?;
        Ok(self.store().read(|reader| {
            let mut ways = Vec::new();
            for id in &draft.recipients {
                let Some(contact) = reader.contact(*id)? else { continue };
                let of = |kind| contact.identities.iter().find(|i| i.kind() == kind);
                ways.push(Way {
                    contact: ContactRef::from(&contact),
                    mailto: of(IdentityKind::Email).map(|i| mailto(i.value(), &draft)),
                    linkedin: of(IdentityKind::Linkedin).and_then(model::Identity::link),
                });
            }
            Ok(HandOver { text: draft.text.clone(), ways })
        })?)
    }

    /// Says that a draft was sent: logs it once for each recipient, as letters go, and clears
    /// the desk.
    ///
    /// # Errors
    /// Where there is no such draft, or it is to nobody.
    pub fn mark_sent(&self, id: &str) -> Result<Done<String>, Trouble> {
        let draft = self.draft(id)?;
        if draft.recipients.is_empty() {
            return Err(parse::not_understood("say to whom it was sent"));
        }
        let now = self.now();
        self.desks.clear(draft.id);
        let sent = self.store().transact(Deed::MarkSent, now, move |writer| {
            let mut first = None;
            for contact in &draft.recipients {
                let id = writer.new_interaction_id();
                let participants = vec![Participant { contact: *contact, role: Role::To }];
                let logged = Logged {
                    kind: usual_kind(draft.channel),
                    channel: draft.channel,
                    direction: Direction::Out,
                    moment: now,
                    participants,
                };
                let words = (draft.subject.clone(), draft.text.clone());
                logged.keep(writer, (id, draft.answers), words)?;
                first = first.or(Some(id));
            }
            writer.remove_draft(draft.id)?;
            Ok(first)
        })?;
        self.sent_changed();
        Ok(done(sent, Deed::MarkSent, |id| id.map(|id| id.to_string()).unwrap_or_default()))
    }

    /// Throws a draft away.
    ///
    /// # Errors
    /// Where there is no such draft.
    pub fn remove_draft(&self, id: &str) -> Result<Done<()>, Trouble> {
        let id = self.draft(id)?.id;
        self.desks.clear(id);
        let removed = self
            .store()
            .transact(Deed::RemoveDraft, self.now(), move |writer| writer.remove_draft(id))?;
        Ok(done(removed, Deed::RemoveDraft, |_| ()))
    }

    /// A draft kept nowhere, for a check from the terminal.
    ///
    /// # Errors
    /// Where a recipient is not there, or the channel is none.
    pub fn passing_draft(&self, form: &DraftForm) -> Result<Draft, Trouble> {
        let recipients = self.recipients(&form.recipients)?;
        let channel = match form.channel.as_str() {
            "" => self.usual_channel(recipients.first().copied())?,
            word => parse::word(word, Channel::from_word, "channel")?,
        };
        Ok(Draft {
            id: DraftId(model::Uid::from_bytes([0; 16])),
            recipients,
            channel,
            answers: parse::id_if_any(form.answers.as_deref(), "conversation")?,
            subject: form.subject.clone(),
            text: form.text.clone(),
            changed_at: self.now(),
        })
    }

    /// A kept draft.
    pub(super) fn draft(&self, id: &str) -> Result<Draft, Trouble> {
        let id: DraftId = parse::id(id, "draft")?;
        let draft = self.store().read(|reader| reader.draft(id))?;
        draft.ok_or_else(|| Trouble::NotFound { what: "draft".into() })
    }

    fn recipients(&self, ids: &[String]) -> Result<Vec<ContactId>, Trouble> {
        let mut recipients = Vec::new();
        for id in ids {
            let id = self.contact(id)?.id;
            if !recipients.contains(&id) {
                recipients.push(id);
            }
        }
        Ok(recipients)
    }

    /// What was last written by with somebody, else what they can be reached by.
    fn usual_channel(&self, contact: Option<ContactId>) -> Result<Channel, Trouble> {
        let Some(contact) = contact else {
            return Ok(Channel::Email);
        };
        Ok(self.store().read(|reader| {
            let out = reader.last_texts(contact, Direction::Out, 1)?;
            let last = reader.last_texts(contact, Direction::In, 1)?.into_iter().chain(out);
            let last = last.max_by_key(|it| it.moment).map(|it| it.channel);
            if let Some(channel) = last {
                return Ok(channel);
            }
            let kinds = reader.contact(contact)?.map(|contact| contact.identities);
            let kinds: Vec<_> =
                kinds.unwrap_or_default().iter().map(model::Identity::kind).collect();
            Ok(match kinds.contains(&IdentityKind::Email) {
                false if kinds.contains(&IdentityKind::Linkedin) => Channel::Linkedin,
                _ => Channel::Email,
            })
        })?)
    }
}

fn view(reader: &Reader<'_>, draft: &Draft) -> Result<DraftView, Fault> {
    let recipients = contact::contact_refs(reader, draft.recipients.iter().copied())?;
    Ok(DraftView { recipients, ..bare(draft) })
}

/// RFC 6068: address, subject and body, percent-encoded.
fn mailto(address: &str, draft: &Draft) -> String {
    let body = draft.text.replace('\n', "\r\n");
    let (to, subject) = (percent(address), percent(&draft.subject));
    format!("mailto:{to}?subject={subject}&body={}", percent(&body))
}

fn percent(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'@' => {
                encoded.push(char::from(byte));
            }
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_link_survives_every_sign() {
        assert_eq!(percent("Zoë & co?\n"), "Zo%C3%AB%20%26%20co%3F%0A");
        assert_eq!(percent("ada@example.org"), "ada@example.org");
    }
}
