//! Facebook's and Instagram's archives, in JSON: chats of both schemas (the usual one and that of
//! end-to-end encrypted chats), the owner's profile, the list of friends.
//!
//! A chat is one file of at most 10,000 messages, or several; the messages of one are held while
//! it is read, because a message and what it was edited into stand apart in it. People have
//! names and nothing else. The chats' sections and the paths of the eras do not matter: a file is
//! known by what stands in it. Where several files belong together ([`Archive`]), the profile and
//! all chats tell who the owner is.
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
use crate::json::Json;
use crate::tell::{BREAKS_OFF, Teller};
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
pub(crate) fn file_of(name: &str, mut head: &[u8]) -> Option<FacebookFile> {
    if is_page(name, head) {
        return Some(FacebookFile::Page);
    }
    let mut json = Json::new(&mut head);
    let mut has_participants = false;
    json.enter_object().then_some(())?;
    while let Some(key) = json.key() {
        match key.as_str() {
            "participants" => {
                has_participants = json.next_is(b'[');
                json.pass();
            }
            "messages" if json.next_is(b'[') => {
                let keys = first_keys(&mut json);
                let is_message = has_any(&keys, &["sender_name", "senderName"]);
                return (has_participants || is_message).then_some(FacebookFile::Chat);
            }
            "friends_v2" | "friends" => {
                let keys = first_keys(&mut json);
                let is_dated = key == "friends_v2" || has_any(&keys, &["timestamp"]);
                return (is_dated && has_any(&keys, &["name"])).then_some(FacebookFile::Friends);
            }
            "profile_user" => {
                let is_told = has_any(&first_keys(&mut json), &["string_map_data"]);
                return is_told.then_some(FacebookFile::InstagramProfile);
            }
            "profile_v2" | "profile" if key == "profile_v2" || is_named_profile(name) => {
                let is_told = has_any(&keys(&mut json), &["name"]);
                return is_told.then_some(FacebookFile::Profile);
            }
            _ => json.pass(),
        }
    }
    None
}

/// The keys of the first object of a list.
fn first_keys(json: &mut Json<'_>) -> Vec<String> {
    let is_there = json.enter_list().is_some_and(|mut list| list.go_on(json));
    if is_there { keys(json) } else { Vec::new() }
}

/// The keys of an object.
fn keys(json: &mut Json<'_>) -> Vec<String> {
    let mut keys = Vec::new();
    if json.enter_object() {
        while let Some(key) = json.key() {
            keys.push(key);
            json.pass();
        }
    }
    keys
}

fn has_any(keys: &[String], names: &[&str]) -> bool {
    keys.iter().any(|key| names.contains(&key.as_str()))
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
        mut bytes: &mut dyn Bytes,
        teller: &mut Teller<'_>,
    ) -> ControlFlow<()> {
        if file == FacebookFile::Page {
            let is_told = std::mem::replace(&mut self.is_page_told, true);
            return if is_told { ControlFlow::Continue(()) } else { teller.whole(NOT_JSON) };
        }
        let mut json = Json::new(&mut bytes);
        match file {
            FacebookFile::Chat => self.chat(&mut json, teller)?,
            FacebookFile::Friends => people::friends(&mut json, teller)?,
            FacebookFile::Profile => self.profile(Profile::of_facebook(&mut json), teller)?,
            FacebookFile::InstagramProfile => {
                self.is_instagram = true;
                self.profile(Profile::of_instagram(&mut json), teller)?;
            }
            FacebookFile::Page => {}
        }
        if json.breaks_off() {
            teller.whole(BREAKS_OFF)?;
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

    fn chat(&mut self, json: &mut Json<'_>, teller: &mut Teller<'_>) -> ControlFlow<()> {
        let Some(thread) = Thread::read(json, teller)? else {
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
        let source = self.source(teller.file());
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
