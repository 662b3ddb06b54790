//! What comes over the wire, turned into the house's values, or into a sentence why not.

use crate::{App, Trouble, when};
use model::{Contact, ContactId, Day, Identity, Moment};
use std::str::FromStr;

/// An id of any kind.
pub(crate) fn id<T: FromStr>(text: &str, what: &str) -> Result<T, Trouble> {
    text.parse().map_err(|_| Trouble::NotFound { what: what.to_owned() })
}

/// An id where one may be given.
pub(crate) fn id_if_any<T: FromStr>(text: Option<&str>, what: &str) -> Result<Option<T>, Trouble> {
    text.filter(|text| !text.is_empty()).map(|text| id(text, what)).transpose()
}

/// An address of whatever kind it looks like.
pub(crate) fn identity(text: &str) -> Result<Identity, Trouble> {
    Identity::guess(text).ok_or_else(|| {
        not_understood(
            "this is no address Requite knows: give an e-mail, a LinkedIn profile, a phone \
             number, network/handle or a web page",
        )
    })
}

/// One of a closed list of words.
pub(crate) fn word<T>(
    text: &str,
    from_word: impl FnOnce(&str) -> Option<T>,
    what: &str,
) -> Result<T, Trouble> {
    from_word(text).ok_or_else(|| not_understood(&format!("“{text}” is no {what}")))
}

/// A day.
pub(crate) fn day(text: &str) -> Result<Day, Trouble> {
    Day::parse(text).ok_or_else(|| {
        not_understood(&format!("“{text}” is no day: write 2024-05-09, or --05-09 without a year"))
    })
}

/// A day where one may be given.
pub(crate) fn day_if_any(text: Option<&str>) -> Result<Option<Day>, Trouble> {
    text.filter(|text| !text.trim().is_empty()).map(day).transpose()
}

/// An instant; nothing means `now`.
pub(crate) fn moment(text: Option<&str>, now: Moment) -> Result<Moment, Trouble> {
    match text.filter(|text| !text.trim().is_empty()) {
        None => Ok(now),
        Some(text) => when::parse(text)
            .ok_or_else(|| not_understood(&format!("“{text}” is no time: write 2024-05-09 14:30"))),
    }
}

/// A text that may not be empty.
pub(crate) fn some_text(text: &str, what: &str) -> Result<String, Trouble> {
    match text.trim() {
        "" => Err(not_understood(&format!("{what} is empty"))),
        text => Ok(text.to_owned()),
    }
}

/// "I could not take this", with why.
pub(crate) fn not_understood(why: &str) -> Trouble {
    Trouble::NotUnderstood { why: why.to_owned() }
}

impl App {
    /// A contact by its uid.
    pub(crate) fn contact(&self, text: &str) -> Result<Contact, Trouble> {
        let id: ContactId = id(text, "contact")?;
        let found = self.store().read(|reader| reader.contact(id))?;
        found.ok_or_else(|| Trouble::NotFound { what: "contact".into() })
    }

    /// Whom somebody means by an id, an identity, or a name that only one contact has.
    ///
    /// # Errors
    /// [`Trouble::NotFound`] and [`Trouble::Ambiguous`].
    pub fn find_contact(&self, text: &str) -> Result<String, Trouble> {
        if let Ok(id) = text.parse::<ContactId>() {
            return self.contact(&id.to_string()).map(|contact| contact.id.to_string());
        }
        let found = self.store().read(|reader| {
            if let Some(identity) = Identity::guess(text)
                && let Some(contact) = reader.contact_by_identity(&identity)?
            {
                return Ok(vec![contact]);
            }
            let wanted = model::likeness::fold(text);
            let names = reader.contact_names()?.into_iter();
            Ok(names
                .filter(|row| model::likeness::fold(&row.shown) == wanted)
                .map(|row| row.id)
                .collect())
        })?;
        match found.as_slice() {
            [] => Err(Trouble::NotFound { what: format!("contact “{text}”") }),
            [only] => Ok(only.to_string()),
            several => Err(Trouble::Ambiguous {
                name: text.to_owned(),
                count: u32::try_from(several.len()).unwrap_or(u32::MAX),
            }),
        }
    }
}
