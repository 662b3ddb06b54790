//! A store in a folder that goes away, and its owner's everyday deeds in one word each.

use app::App;
use app::view::compose::{DraftForm, DraftView, OpinionView};
use app::view::contact::{ContactCard, ListWanted, NewContact};
use app::view::deed::ContactRef;
use app::view::import::{ImportPlan, ImportSummary};
use app::view::timeline::{InteractionView, LogForm, NoteForm, TimelineWanted};
use std::ops::Deref;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A store in a folder that goes away with it. It is an [`App`] with some shorter words.
pub struct House {
    app: Option<App>,
    folder: TempDir,
}

impl Deref for House {
    type Target = App;

    fn deref(&self) -> &App {
        self.app.as_ref().unwrap()
    }
}

impl Default for House {
    fn default() -> Self {
        Self::new()
    }
}

impl House {
    /// An empty store.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let app = App::unencrypted(&folder.path().join("house").join("requite.db")).unwrap();
        Self { app: Some(app), folder }
    }

    /// Where the store lies.
    pub fn store_path(&self) -> PathBuf {
        self.folder.path().join("house").join("requite.db")
    }

    /// A folder beside the store, for files.
    pub fn beside(&self) -> &Path {
        self.folder.path()
    }

    /// Writes a file beside the store and says where it is.
    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        let path = self.folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, bytes).unwrap();
        path.to_string_lossy().into_owned()
    }

    /// Closes the store, as when the window is closed.
    pub fn close(&mut self) {
        self.app = None;
    }

    /// Closes the store and opens it again, as on the next day.
    pub fn reopen(&mut self) {
        self.close();
        self.app = Some(App::unencrypted(&self.store_path()).unwrap());
    }

    /// What an import of one file or folder would do.
    pub fn plan(&self, path: &str) -> ImportPlan {
        self.plan_import(&[path.to_owned()], &[], None).unwrap()
    }

    /// Brings in a file or folder; whoever the files say the owner is, is believed.
    pub fn bring(&self, path: &str) -> ImportSummary {
        self.bring_as(path, &[])
    }

    /// Brings in a file or folder of an owner who says who they are.
    pub fn bring_as(&self, path: &str, me: &[&str]) -> ImportSummary {
        let me: Vec<String> = me.iter().map(ToString::to_string).collect();
        let plan = self.plan_import(&[path.to_owned()], &me, None).unwrap();
        let choices = self.likely_choices(&plan, &me);
        self.settle_import(&plan.id, &choices, &|_| ()).unwrap().value
    }

    /// Adds somebody by hand and gives their id.
    pub fn meet(&self, name: &str, identity: &str) -> String {
        let new = NewContact {
            name: name.to_owned(),
            identity: identity.to_owned(),
            ..NewContact::default()
        };
        self.add_contact(&new).unwrap().value.id
    }

    /// The id of the one who is meant.
    pub fn id(&self, who: &str) -> String {
        self.find_contact(who).unwrap()
    }

    /// The card of the one who is meant.
    pub fn card(&self, who: &str) -> ContactCard {
        self.open_contact(&self.id(who)).unwrap()
    }

    /// Everybody's name, in the order of the list.
    pub fn names(&self) -> Vec<String> {
        let wanted = ListWanted { limit: 500, ..ListWanted::default() };
        self.list_contacts(&wanted).unwrap().rows.into_iter().map(|row| row.name).collect()
    }

    /// The names of lists and no-reply senders.
    pub fn automated_names(&self) -> Vec<String> {
        let wanted = ListWanted { limit: 500, automated: true, ..ListWanted::default() };
        self.list_contacts(&wanted).unwrap().rows.into_iter().map(|row| row.name).collect()
    }

    /// What passed with somebody, newest first.
    pub fn passed(&self, who: &str) -> Vec<InteractionView> {
        let wanted = TimelineWanted { limit: 200, ..TimelineWanted::default() };
        self.timeline(&self.id(who), &wanted).unwrap().rows
    }

    /// Logs a mail that came from somebody and gives its id.
    pub fn heard(&self, from: &str, at: &str, text: &str) -> String {
        self.log(from, ("in", at), text)
    }

    /// Logs a mail that the owner wrote to somebody and gives its id.
    pub fn wrote(&self, to: &str, at: &str, text: &str) -> String {
        self.log(to, ("out", at), text)
    }

    fn log(&self, who: &str, (direction, at): (&str, &str), text: &str) -> String {
        let form = LogForm {
            contacts: vec![self.id(who)],
            kind: String::new(),
            channel: "email".to_owned(),
            direction: direction.to_owned(),
            at: Some(at.to_owned()),
            subject: String::new(),
            text: text.to_owned(),
        };
        self.log_interaction(&form).unwrap().value
    }

    /// Notes a fact about somebody and gives its id.
    pub fn note(&self, who: &str, kind: &str, text: &str) -> String {
        let form = NoteForm {
            kind: kind.to_owned(),
            text: text.to_owned(),
            source: "LinkedIn profile".to_owned(),
            link: String::new(),
        };
        self.add_note(&self.id(who), &form).unwrap().value
    }

    /// Keeps a draft to some people.
    pub fn draft(&self, to: &[&str], text: &str) -> DraftView {
        self.save_draft(&self.draft_form(to, text)).unwrap().value
    }

    /// A draft as it is typed.
    pub fn draft_form(&self, to: &[&str], text: &str) -> DraftForm {
        DraftForm {
            recipients: to.iter().map(|who| self.id(who)).collect(),
            channel: "email".to_owned(),
            text: text.to_owned(),
            ..DraftForm::default()
        }
    }

    /// What the check says of a text to somebody.
    pub fn check(&self, to: &str, text: &str) -> OpinionView {
        let draft = self.passing_draft(&self.draft_form(&[to], text)).unwrap();
        self.check_text(draft).unwrap().0
    }
}

/// The names of some people.
pub fn names_of(people: &[ContactRef]) -> Vec<&str> {
    people.iter().map(|one| one.name.as_str()).collect()
}
