//! Addresses by which a contact is reached, in the one spelling that is compared.

use crate::words::words;
use std::fmt;

/// What sort of address it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum IdentityKind {
    /// `ada@example.org`
    Email,
    /// The `/in/` name of a LinkedIn profile.
    Linkedin,
    /// Digits with a leading `+` where the country is known.
    Phone,
    /// A handle on another network, `network/handle`: `github/ada`, `x/ada`.
    Handle,
    /// A page of their own.
    Website,
}

words!(IdentityKind {
    Email => "email",
    Linkedin => "linkedin",
    Phone => "phone",
    Handle => "handle",
    Website => "website",
});

/// One address, in the spelling that is compared: two equal identities reach one person.
/// (A website is kept but never joins two people: many share one.)
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Identity {
    kind: IdentityKind,
    value: String,
}

impl Identity {
    /// An e-mail address, lower case, without `mailto:` and angle brackets.
    pub fn email(text: &str) -> Option<Self> {
        let dress = |c: char| c.is_whitespace() || c == '<' || c == '>';
        let text = text.trim_matches(dress);
        let text = text.strip_prefix("mailto:").unwrap_or(text).trim_matches(dress);
        let (local, host) = text.rsplit_once('@')?;
        let bare = |c: char| !dress(c) && !matches!(c, '@' | '/' | ',');
        let fits =
            !local.is_empty() && !host.is_empty() && local.chars().chain(host.chars()).all(bare);
        fits.then(|| Self { kind: IdentityKind::Email, value: text.to_lowercase() })
    }

    /// A LinkedIn profile from any spelling of its address, or from its bare name after `in/`.
    pub fn linkedin(text: &str) -> Option<Self> {
        let text = text.trim();
        let at = text.find("/in/").map(|at| at + 4);
        let tail = match at {
            Some(at) => text.get(at..)?,
            None => text.strip_prefix("in/").unwrap_or(text),
        };
        let slug = tail.split(['/', '?', '#']).next()?.to_lowercase();
        let fits = !slug.is_empty() && !slug.contains([' ', ':', '@']);
        fits.then_some(Self { kind: IdentityKind::Linkedin, value: slug })
    }

    /// A phone number: digits, with `+` where the text tells the country (`+…` or `00…`).
    pub fn phone(text: &str) -> Option<Self> {
        let text = text.trim().strip_prefix("tel:").unwrap_or(text.trim());
        let main = text.split([';', ',', 'x']).next()?.replace("(0)", "");
        let digits: String = main.chars().filter(char::is_ascii_digit).collect();
        if digits.len() < 5 || main.chars().any(char::is_alphabetic) {
            return None;
        }
        let value = if main.trim_start().starts_with('+') {
            format!("+{digits}")
        } else {
            match digits.strip_prefix("00") {
                Some(rest) => format!("+{rest}"),
                None => digits,
            }
        };
        Some(Self { kind: IdentityKind::Phone, value })
    }

    /// A handle on a network: both lower case, without `@`.
    pub fn handle(network: &str, handle: &str) -> Option<Self> {
        let network = network.trim().to_lowercase();
        let handle = handle.trim().trim_start_matches('@').to_lowercase();
        let fits = !network.is_empty() && !handle.is_empty() && !network.contains('/');
        fits.then(|| Self { kind: IdentityKind::Handle, value: format!("{network}/{handle}") })
    }

    /// A page, without scheme and final slash.
    pub fn website(text: &str) -> Option<Self> {
        let text = text.trim().replace("\\:", ":");
        let bare = text.split_once("://").map_or(text.as_str(), |(_, rest)| rest);
        let bare = bare.trim_end_matches('/');
        let host = bare.split(['/', '?']).next()?;
        let labels =
            |name: &str| name.split('.').all(|label| label.chars().any(char::is_alphanumeric));
        let fits = host.contains('.') && labels(host) && !bare.contains(char::is_whitespace);
        let fits = fits && !bare.contains("://") && (bare.contains('/') || !bare.contains('@'));
        let fits = fits && !host.contains([':', '@', '<', '>', '+']);
        fits.then(|| Self { kind: IdentityKind::Website, value: bare.to_owned() })
    }

    /// Reads whatever the owner typed: an address, a profile, a number, `network/handle`, a page.
    pub fn guess(text: &str) -> Option<Self> {
        let text = text.trim();
        if text.contains("linkedin.com/in/") || text.starts_with("in/") {
            return Self::linkedin(text);
        }
        if text.contains("://") || text.starts_with("www.") {
            return Self::website(text);
        }
        if text.contains('@') && !text.contains('/') {
            return Self::email(text);
        }
        if let Some(phone) = Self::phone(text) {
            return Some(phone);
        }
        if let Some(page) = Self::website(text) {
            return Some(page);
        }
        let (network, handle) = text.split_once('/')?;
        let is_word = !network.is_empty() && network.chars().all(char::is_alphanumeric);
        let is_handle = is_word && !handle.contains(char::is_whitespace);
        is_handle.then(|| Self::handle(network, handle))?
    }

    /// Takes kind and value as they were kept.
    pub fn kept(kind: IdentityKind, value: String) -> Self {
        Self { kind, value }
    }

    /// What sort of address it is.
    pub const fn kind(&self) -> IdentityKind {
        self.kind
    }

    /// The spelling that is compared.
    pub fn value(&self) -> &str {
        &self.value
    }

    /// Whether the same identity on two contacts says that they are one person.
    pub const fn tells_people_apart(&self) -> bool {
        !matches!(self.kind, IdentityKind::Website)
    }

    /// The part behind the `@` of an e-mail address.
    pub fn host(&self) -> Option<&str> {
        match self.kind {
            IdentityKind::Email => self.value.rsplit_once('@').map(|(_, host)| host),
            _ => None,
        }
    }

    /// Where it opens in a browser or mail program.
    pub fn link(&self) -> Option<String> {
        match self.kind {
            IdentityKind::Email => Some(format!("mailto:{}", self.value)),
            IdentityKind::Linkedin => Some(format!("https://www.linkedin.com/in/{}/", self.value)),
            IdentityKind::Phone => Some(format!("tel:{}", self.value)),
            IdentityKind::Website => Some(format!("https://{}", self.value)),
            IdentityKind::Handle => match self.value.split_once('/')? {
                ("github", handle) => Some(format!("https://github.com/{handle}")),
                ("x" | "twitter", handle) => Some(format!("https://x.com/{handle}")),
                _ => None,
            },
        }
    }
}

impl fmt::Display for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind {
            IdentityKind::Linkedin => write!(f, "linkedin.com/in/{}", self.value),
            _ => f.write_str(&self.value),
        }
    }
}

/// Shows the kind and, of an address, its host alone: log lines carry nobody's name.
impl fmt::Debug for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.host() {
            Some(host) => write!(f, "email(…@{host})"),
            None => write!(f, "{}(…)", self.kind.word()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_of_a_profile_is_one_identity() {
        let plain = Identity::linkedin("https://www.linkedin.com/in/Ada-Lovelace").unwrap();
        for spelling in [
            "www.linkedin.com/in/ada-lovelace/",
            "https://linkedin.com/in/ada-lovelace?trk=x",
            "in/ada-lovelace",
            "ada-lovelace",
        ] {
            assert_eq!(Identity::linkedin(spelling).as_ref(), Some(&plain), "{spelling}");
        }
    }

    #[test]
    fn a_phone_keeps_its_country_and_loses_its_dress() {
        assert_eq!(Identity::phone("+44 (0)20 7946-0000").unwrap().value(), "+442079460000");
        assert_eq!(Identity::phone("0044 20 7946 0000").unwrap().value(), "+442079460000");
        assert_eq!(Identity::phone("call me"), None);
    }

    #[test]
    fn an_address_is_compared_in_lower_case() {
        assert_eq!(Identity::email("<Ada@Example.ORG>"), Identity::email("mailto:ada@example.org"));
        assert_eq!(Identity::email("not an address"), None);
    }

    #[test]
    fn what_the_owner_types_is_understood() {
        let kind = |text| Identity::guess(text).map(|identity| identity.kind());
        assert_eq!(kind("ada@example.org"), Some(IdentityKind::Email));
        assert_eq!(kind("linkedin.com/in/ada"), Some(IdentityKind::Linkedin));
        assert_eq!(kind("+1 202 555 0100"), Some(IdentityKind::Phone));
        assert_eq!(kind("github/ada"), Some(IdentityKind::Handle));
        assert_eq!(kind("https://ada.example.org"), Some(IdentityKind::Website));
        assert_eq!(kind("Ada Lovelace"), None);
    }

    #[test]
    fn a_log_line_shows_the_host_alone() {
        let ada = Identity::email("ada@example.org").unwrap();
        assert_eq!(format!("{ada:?}"), "email(…@example.org)");
    }

    proptest::proptest! {
        #[test]
        fn whatever_is_typed_is_an_identity_or_none_and_reads_back_as_itself(text in "[a-cA-C0-9éÉ@./:+?<> _-]{0,30}") {
            if let Some(identity) = Identity::guess(&text) {
                proptest::prop_assert_eq!(Identity::guess(&identity.to_string()), Some(identity));
            }
        }
    }
}
