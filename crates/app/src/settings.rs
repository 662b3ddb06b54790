//! Settings, status, backup.

use crate::done::done;
use crate::hex::hex;
use crate::view::contact::IdentityView;
use crate::view::deed::Done;
use crate::view::settings::{RuleView, SettingsView, Status, StoreView};
use crate::{App, Trouble, parse};
use judge::balance::HalfLife;
use judge::draft::Rule;
use model::{Identity, IdentityKind};
use std::collections::BTreeSet;
use store::{Deed, Fault, Reader};

const RULES_OFF: &str = "rules-off";
const ONLY_BLAST: &str = "only-blast";
const HALF_LIFE: &str = "half-life-days";
const THEME: &str = "theme";
const THEMES: [&str; 3] = ["system", "light", "dark"];

/// Rules that the owner has switched off.
pub(crate) fn rules_off(reader: &Reader<'_>) -> Result<BTreeSet<Rule>, Fault> {
    let kept = reader.setting(RULES_OFF)?.unwrap_or_default();
    Ok(kept.split_whitespace().filter_map(Rule::from_word).collect())
}

/// Whether only a blast is worth a word.
pub(crate) fn only_blast(reader: &Reader<'_>) -> Result<bool, Fault> {
    Ok(reader.setting(ONLY_BLAST)?.is_some())
}

/// After how long an opening weighs half in the review.
pub(crate) fn half_life(reader: &Reader<'_>) -> Result<HalfLife, Fault> {
    let days = reader.setting(HALF_LIFE)?.and_then(|days| days.parse().ok());
    Ok(days.and_then(HalfLife::of_days).unwrap_or_default())
}

fn theme(reader: &Reader<'_>) -> Result<String, Fault> {
    Ok(reader.local_setting(THEME)?.unwrap_or_else(|| "system".to_owned()))
}

impl App {
    /// A hash of everything that is kept, in hexadecimal: stores that say the same have the same
    /// one, however it came to be so. It reads all of the store.
    ///
    /// # Errors
    /// Only of the store.
    pub fn digest(&self) -> Result<String, Trouble> {
        let digest = self.store().read(|reader| reader.digest())?;
        Ok(hex(&digest))
    }

    /// Where things stand.
    ///
    /// # Errors
    /// Only of the store.
    pub fn status(&self) -> Result<Status, Trouble> {
        let about = self.store().about()?;
        let counts = self.store().read(|reader| reader.counts())?;
        Ok(Status {
            contacts: counts.contacts,
            interactions: counts.interactions,
            sent: counts.sent,
            received: counts.received,
            conversations: counts.conversations,
            notes: counts.notes,
            automated: counts.automated,
            store: StoreView {
                path: about.path.display().to_string(),
                bytes: about.bytes,
                encrypted: about.encrypted,
                version: about.version,
                read_only: about.read_only,
                sample: self.sample,
            },
        })
    }

    /// `system`, `light` or `dark`: how the window looks on this machine. Told at once, however
    /// much is kept.
    ///
    /// # Errors
    /// Only of the store.
    pub fn theme(&self) -> Result<String, Trouble> {
        Ok(self.store().read(theme)?)
    }

    /// Everything in the settings room.
    ///
    /// # Errors
    /// Only of the store.
    pub fn settings(&self) -> Result<SettingsView, Trouble> {
        let about = self.store().about()?;
        let status = self.status()?;
        let circles = self.list_circles()?;
        Ok(self.store().read(|reader| {
            let owner = reader.owner()?;
            let off = rules_off(reader)?;
            let rule = |rule: &Rule| RuleView {
                rule: rule.word().to_owned(),
                title: rule.title().to_owned(),
                reason: rule.reason().to_owned(),
                on: !off.contains(rule),
            };
            Ok(SettingsView {
                owner_name: owner.names.first().cloned().unwrap_or_default(),
                owner_organisations: owner.organisations,
                owner_identities: owner.identities.iter().map(IdentityView::from).collect(),
                rules: Rule::ALL.iter().map(rule).collect(),
                only_blast: only_blast(reader)?,
                half_life_days: half_life(reader)?.days(),
                theme: theme(reader)?,
                circles,
                status,
                version: env!("CARGO_PKG_VERSION").to_owned(),
                sqlite_version: about.sqlite.to_owned(),
            })
        })?)
    }

    /// Switches a rule of the check on or off.
    ///
    /// # Errors
    /// Where there is no such rule.
    pub fn set_rule(&self, rule: &str, on: bool) -> Result<Done<()>, Trouble> {
        let rule = parse::word(rule, Rule::from_word, "rule of the check")?;
        self.edit_settings(move |writer| {
            let mut off = rules_off(writer)?;
            if on {
                off.remove(&rule)
            } else {
                off.insert(rule)
            };
            let words: Vec<&str> = off.iter().map(|rule| rule.word()).collect();
            let words = words.join(" ");
            writer.set_setting(RULES_OFF, Some(words.as_str()).filter(|words| !words.is_empty()))
        })
    }

    /// Only a blast is worth a word, or everything worth a second look.
    ///
    /// # Errors
    /// Only of the store.
    pub fn set_only_blast(&self, on: bool) -> Result<Done<()>, Trouble> {
        self.edit_settings(move |writer| writer.set_setting(ONLY_BLAST, on.then_some("yes")))
    }

    /// After how many days an opening weighs half in the review.
    ///
    /// # Errors
    /// Where that is less than a month or more than five years.
    pub fn set_half_life(&self, days: u32) -> Result<Done<()>, Trouble> {
        let half_life = HalfLife::of_days(days).ok_or_else(|| {
            let (from, to) = (HalfLife::SHORTEST, HalfLife::LONGEST);
            parse::not_understood(&format!("give between {from} and {to} days"))
        })?;
        let kept = Some(half_life.days().to_string()).filter(|_| half_life != HalfLife::default());
        self.edit_settings(move |writer| writer.set_setting(HALF_LIFE, kept.as_deref()))
    }

    /// `system`, `light` or `dark`; a matter of this machine.
    ///
    /// # Errors
    /// Where it is none of these.
    pub fn set_theme(&self, theme: &str) -> Result<Done<()>, Trouble> {
        let is_one = |word: &str| THEMES.into_iter().find(|theme| *theme == word);
        let theme = parse::word(theme, is_one, "theme")?;
        self.edit_settings(move |writer| writer.set_local_setting(THEME, Some(theme)))
    }

    /// Adds an address of the owner's own.
    ///
    /// # Errors
    /// Where it is no address.
    pub fn add_owner_identity(&self, text: &str) -> Result<Done<IdentityView>, Trouble> {
        let identity = parse::identity(text)?;
        let view = IdentityView::from(&identity);
        let added = self.store().transact(Deed::EditOwner, self.now(), move |writer| {
            writer.add_owner_identity(&identity)
        })?;
        Ok(done(added, Deed::EditOwner, |_| view))
    }

    /// Takes an address of the owner's own away.
    ///
    /// # Errors
    /// Where the kind is unknown.
    pub fn remove_owner_identity(&self, kind: &str, value: &str) -> Result<Done<()>, Trouble> {
        let kind = parse::word(kind, IdentityKind::from_word, "kind of address")?;
        let identity = Identity::kept(kind, value.to_owned());
        let removed = self.store().transact(Deed::EditOwner, self.now(), move |writer| {
            writer.remove_owner_identity(&identity)
        })?;
        Ok(done(removed, Deed::EditOwner, |_| ()))
    }

    /// What the owner is called.
    ///
    /// # Errors
    /// Where it is empty.
    pub fn set_owner_name(&self, name: &str) -> Result<Done<()>, Trouble> {
        let name = parse::some_text(name, "the name")?;
        let set = self
            .store()
            .transact(Deed::EditOwner, self.now(), move |writer| writer.set_owner_name(&name))?;
        self.sent_changed();
        Ok(done(set, Deed::EditOwner, |_| ()))
    }

    /// Where the owner works, all of it.
    ///
    /// # Errors
    /// Only of the store.
    pub fn set_owner_organisations(&self, list: &[String]) -> Result<Done<()>, Trouble> {
        let wanted: Vec<String> = list
            .iter()
            .map(|name| name.trim().to_owned())
            .filter(|name| !name.is_empty())
            .collect();
        let set = self.store().transact(Deed::EditOwner, self.now(), move |writer| {
            let kept = writer.owner()?.organisations;
            for gone in kept.iter().filter(|name| !wanted.contains(name)) {
                writer.remove_owner_organisation(gone)?;
            }
            for new in wanted.iter().filter(|name| !kept.contains(name)) {
                writer.add_owner_organisation(new)?;
            }
            Ok(())
        })?;
        self.sent_changed();
        Ok(done(set, Deed::EditOwner, |_| ()))
    }

    fn edit_settings<T: Send + 'static>(
        &self,
        edit: impl FnOnce(&mut store::Writer<'_>) -> Result<T, Fault> + Send + 'static,
    ) -> Result<Done<()>, Trouble> {
        let edited = self.store().transact(Deed::EditSettings, self.now(), edit)?;
        Ok(done(edited, Deed::EditSettings, |_| ()))
    }
}
