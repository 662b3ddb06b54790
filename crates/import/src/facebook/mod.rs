//! Facebook's and Instagram's archives, in JSON: chats of both schemas (the usual one and that of
//! end-to-end encrypted chats), the owner's profile, the list of friends.
//!
//! A chat is one file of at most 10,000 messages, or several; each is held in memory while it is
//! read, because a message and what it was edited into stand apart in it. People have names and
//! nothing else. The chats' sections and the paths of the eras do not matter: a file is known by
//! what stands in it. Where several files belong together ([`Archive`]), the profile and all
//! chats tell who the owner is.
//!
//! Deliberately absent: posts, comments, followers, the HTML form of the archive (its dates are
//! words of the owner's language), and reactions.

mod edits;
mod mojibake;
mod people;
mod said;
mod thread;

use crate::everywhere::Everywhere;
use crate::family::{Family, Turn};
use crate::loose_json::{Held, Place};
use crate::tell::Teller;
use crate::{Arrival, Bytes, Format, OwnerHint, OwnerSign, Source, Take};
use people::Profile;
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use thread::Thread;

const NOT_JSON: &str = "This is the HTML form of a Facebook or Instagram archive; ask for the archive again and choose the format JSON.";
const NO_PROFILE: &str = "The profile makes no sense; it was left out.";

/// One file of the archive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FacebookFile {
    /// `message_1.json`, or a chat of the end-to-end encrypted export.
    Chat,
    /// `friends.json`, `your_friends.json`
    Friends,
    /// `profile_information.json`
    Profile,
    /// Instagram's `personal_information.json`
    InstagramProfile,
    /// A page of the HTML form.
    Page,
}

/// What accounts are called that are gone, in the owner's language.
const NAMELESS: &[&str] = &[
    "facebook user",
    "instagram user",
    "instagrammer",
    "messenger user",
    "facebook-nutzer",
    "instagram-nutzer",
    "utilisateur de facebook",
    "utilisateur facebook",
    "utilisateur instagram",
    "usuario de facebook",
    "usuario de instagram",
    "utente di facebook",
    "utente di instagram",
    "usuário do facebook",
    "usuário do instagram",
    "facebook-gebruiker",
    "facebookanvändare",
];

/// Whether the name tells nobody.
fn is_nameless(name: &str) -> bool {
    name.is_empty() || NAMELESS.contains(&name.to_lowercase().as_str())
}

/// Which file of an archive begins so.
pub(crate) fn file_of(name: &str, head: &[u8]) -> Option<FacebookFile> {
    let root = Place::first(head)?;
    if !root.is_object() {
        return is_page(name, head).then_some(FacebookFile::Page);
    }
    let members: Vec<(String, Place<'_>)> = root.members().collect();
    let find = |name: &str| members.iter().find(|(key, _)| key == name).map(|(_, place)| *place);
    let holds = |place: Place<'_>, key: &str| {
        let first = place.elements().into_iter().next();
        first.is_some_and(|first| first.member(key).is_some())
    };
    let messages = find("messages").filter(|place| place.is_list());
    if messages.is_some() && find("participants").is_some_and(Place::is_list)
        || messages.is_some_and(|all| holds(all, "sender_name") || holds(all, "senderName"))
    {
        return Some(FacebookFile::Chat);
    }
    let is_friends = |list: Place<'_>| list.is_list() && holds(list, "name");
    let are_dated = |list: Place<'_>| is_friends(list) && holds(list, "timestamp");
    if find("friends_v2").is_some_and(is_friends) || find("friends").is_some_and(are_dated) {
        return Some(FacebookFile::Friends);
    }
    if find("profile_user").is_some_and(|users| holds(users, "string_map_data")) {
        return Some(FacebookFile::InstagramProfile);
    }
    let is_profile = |place: Place<'_>| place.is_object() && place.member("name").is_some();
    let is_old = || find("profile").is_some_and(is_profile) && is_named_profile(name);
    let is_new = find("profile_v2").is_some_and(is_profile);
    (is_new || is_old()).then_some(FacebookFile::Profile)
}

fn is_named_profile(name: &str) -> bool {
    name.ends_with("profile_information.json")
}

/// A page of a chat: by the classes of Facebook's pages, or by its place in the archive.
fn is_page(name: &str, head: &[u8]) -> bool {
    let start = head.get(..head.len().min(4096)).unwrap_or_default();
    let start = String::from_utf8_lossy(start).trim_start().to_lowercase();
    let is_html = start.starts_with("<html") || start.starts_with("<!doctype html");
    let file = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let is_named = file.starts_with("message_") && file.ends_with(".html");
    let has_classes = memchr::memmem::find(head, b"uiBoxWhite noborder").is_some()
        || memchr::memmem::find(head, b"_a6-g").is_some();
    is_html && (is_named || has_classes)
}

/// When a file is read: profiles first, so that the owner is known, and the files of one chat by
/// their number, `message_2.json` before `message_10.json`.
fn turn(path: &str) -> Option<Turn<'_>> {
    let (folder, file) = path.rsplit_once(['/', '\\']).unwrap_or(("", path));
    if ["profile_information.json", "personal_information.json"].contains(&file) {
        return Some(Turn::Before(0));
    }
    let number = file.strip_prefix("message_")?.strip_suffix(".json")?.parse().ok()?;
    Some(Turn::InSet { set: folder, number })
}

/// What is known of an archive while its files are read one after another.
pub(crate) struct Archive {
    /// Names that the profile gives the owner.
    names: Vec<String>,
    is_instagram: bool,
    everywhere: Everywhere,
    /// In how many chats of two somebody is the one after whom the chat is not called.
    owners: BTreeMap<String, u32>,
    is_page_told: bool,
}

impl Default for Archive {
    fn default() -> Self {
        Self {
            names: Vec::new(),
            is_instagram: false,
            everywhere: Everywhere::new(is_nameless),
            owners: BTreeMap::new(),
            is_page_told: false,
        }
    }
}

impl Family for Archive {
    fn turn<'p>(&self, path: &'p str) -> Option<Turn<'p>> {
        turn(path)
    }

    fn read(
        &mut self,
        format: Format,
        (name, bytes): (&str, &mut dyn Bytes),
        take: &mut Take<'_>,
    ) -> bool {
        let Format::Facebook(file) = format else { return false };
        let _ = self.file(file, bytes, &mut Teller::new(name, take));
        true
    }

    /// Who the owner is by what all files say.
    fn end(&mut self, name: &str, take: &mut Take<'_>) -> ControlFlow<()> {
        let by_titles = || match self.owners.iter().collect::<Vec<_>>().as_slice() {
            [(name, seen)] => Some(OwnerHint {
                identity: None,
                name: (*name).clone(),
                sign: OwnerSign::Everywhere,
                seen: **seen,
            }),
            _ => None,
        };
        match self.everywhere.hint().or_else(by_titles) {
            Some(hint) => Teller::new(name, take).arrival(Arrival::Owner(hint)),
            None => ControlFlow::Continue(()),
        }
    }
}

impl Archive {
    fn file(
        &mut self,
        file: FacebookFile,
        bytes: &mut dyn Bytes,
        teller: &mut Teller<'_>,
    ) -> ControlFlow<()> {
        if file == FacebookFile::Page {
            let is_told = std::mem::replace(&mut self.is_page_told, true);
            return if is_told { ControlFlow::Continue(()) } else { teller.whole(NOT_JSON) };
        }
        let held = Held::of(bytes);
        if let Some(trouble) = held.trouble {
            teller.whole(trouble)?;
        }
        match file {
            FacebookFile::Chat => self.chat(&held, teller)?,
            FacebookFile::Friends => people::friends(&held, teller)?,
            FacebookFile::Profile => self.profile(Profile::of_facebook(&held), teller)?,
            FacebookFile::InstagramProfile => {
                self.is_instagram = true;
                self.profile(Profile::of_instagram(&held), teller)?;
            }
            FacebookFile::Page => {}
        }
        teller.end()
    }

    fn profile(&mut self, profile: Option<Profile>, teller: &mut Teller<'_>) -> ControlFlow<()> {
        let Some(profile) = profile else {
            return teller.whole(NO_PROFILE);
        };
        profile.tell(teller)?;
        self.names.extend(profile.names);
        ControlFlow::Continue(())
    }

    fn chat(&mut self, held: &Held, teller: &mut Teller<'_>) -> ControlFlow<()> {
        let name = teller.file();
        let Some(thread) = Thread::read(name, held, teller)? else {
            return ControlFlow::Continue(());
        };
        let parties: Vec<_> = thread.members.iter().map(|name| thread.party(name)).collect();
        if let Some((first, others)) = parties.split_first() {
            self.everywhere.see(&thread.key, first, others);
        }
        if let Some(owner) = thread.owner().filter(|owner| !is_nameless(owner)) {
            *self.owners.entry(owner.to_owned()).or_default() += 1;
        }
        let in_profile = self.names.iter().find(|name| thread.members.contains(name));
        let owner = in_profile.map(String::as_str).or_else(|| thread.owner());
        let source = self.source(name);
        for said in &thread.said {
            let passed = thread.interaction(said, source, owner);
            teller.arrival(Arrival::Interaction(Box::new(passed)))?;
        }
        ControlFlow::Continue(())
    }

    /// Only the names of files tell the two networks apart.
    fn source(&self, name: &str) -> Source {
        match self.is_instagram || name.to_lowercase().contains("instagram") {
            true => Source::Instagram,
            false => Source::Facebook,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_known_by_what_stands_in_them() {
        for (head, file) in [
            (
                r#"{"participants": [{"name": "Ada"}], "messages": [{"sender_name": "Ada", "#,
                FacebookFile::Chat,
            ),
            (
                r#"{"messages": [{"sender_name": "Ada", "timestamp_ms": 1}], "title": "x"}"#,
                FacebookFile::Chat,
            ),
            (
                r#"{"participants": ["Ada", "Bea"], "threadName": "Ada_1", "messages": []}"#,
                FacebookFile::Chat,
            ),
            (r#"{"friends_v2": [{"name": "Ada", "timestamp": 1}]}"#, FacebookFile::Friends),
            (r#"{"friends": [{"name": "Ada", "timestamp": 1}]}"#, FacebookFile::Friends),
            (r#"{"profile_v2": {"name": {"full_name": "Ada"}}}"#, FacebookFile::Profile),
            (r#"{"profile_user": [{"string_map_data": {}}]}"#, FacebookFile::InstagramProfile),
        ] {
            assert_eq!(file_of("a.json", head.as_bytes()), Some(file), "{head}");
        }
    }

    #[test]
    fn other_programs_files_are_none_of_them() {
        for head in [
            r#"{"name": "Ada", "type": "personal_chat", "id": 1, "messages": [{"id": 1, "from": "Ada"}]}"#,
            r#"[{"type": "message", "user": "U1", "ts": "1512085950.000216"}]"#,
            r#"{"friends": [{"name": "Ada"}]}"#,
            r#"{"profile": {"name": "Ada"}}"#,
            r#"{"participants": "two", "messages": "none"}"#,
            "<html><body>message_1.html</body></html>",
            "{",
            "",
        ] {
            assert_eq!(file_of("a.json", head.as_bytes()), None, "{head}");
        }
    }
}
