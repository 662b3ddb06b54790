//! Archives of every era, and what reading them answers.
#![allow(dead_code, reason = "each test file takes what it needs")]
#![allow(clippy::indexing_slicing, reason = "helpers of tests are outside of tests for the linter")]

pub(crate) mod pst;

use import::{
    Arrival, ArrivingInteraction, ArrivingNote, ArrivingPerson, OwnerHint, Piece, Question, Snag,
};
use model::{InteractionKind, Position};
use std::io::{Cursor, Write};
use std::ops::ControlFlow;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Files by name.
pub(crate) type Files = &'static [(&'static str, &'static [u8])];

macro_rules! files {
    ($era:literal: $($name:literal),+ $(,)?) => {
        &[$((
            $name,
            include_bytes!(concat!("../../../../tests/fixtures/", $era, "/", $name)),
        )),+]
    };
}

pub(crate) const ERA_2020: Files = files!("linkedin/2020":
    "Connections.csv", "Contacts.csv", "Invitations.csv", "Profile.csv", "messages.csv");
pub(crate) const ERA_2021: Files = files!("linkedin/2021":
    "Connections.csv", "Invitations.csv", "Profile.csv", "Recommendations_Given.csv",
    "Recommendations_Received.csv", "messages.csv");
pub(crate) const ERA_2023: Files = files!("linkedin/2023":
    "Connections.csv", "Endorsement_Given_Info.csv", "Endorsement_Received_Info.csv",
    "Invitations.csv", "Profile.csv", "Reactions.csv", "messages.csv");
pub(crate) const ERA_2025: Files = files!("linkedin/2025":
    "Company Follows.csv", "Connections.csv", "Email Addresses.csv", "Invitations.csv",
    "Positions.csv", "Profile.csv", "messages.csv");
pub(crate) const ERA_2026: Files = files!("linkedin/2026":
    "Connections.csv", "Invitations.csv", "Notes.csv", "Profile.csv", "Shares.csv",
    "messages.csv");
pub(crate) const RESAVED: Files = files!("linkedin/resaved": "Connections.csv", "messages.txt");
pub(crate) const GOOGLE: Files = files!("google": "new.csv", "old.csv");
pub(crate) const WHATSAPP: Files = files!("whatsapp":
    "ambiguous.txt", "android_es.txt", "android_group_de.txt", "android_us.txt", "iphone.txt",
    "iso.txt");
pub(crate) const TELEGRAM: Files = files!("telegram":
    "everything.json", "old.json", "one_chat.json");
pub(crate) const SLACK: Files = files!("slack":
    "D00000001/2024-01-15.json", "D00000009/2024-01-15.json", "channels.json", "dms.json",
    "everybody/2024-01-16.json", "groups.json", "lens-makers/2024-01-15.json", "mpims.json",
    "mpdm-olga--ada--chidi-1/2024-01-15.json", "users.json");
pub(crate) const FACEBOOK_2019: Files = files!("facebook/2019":
    "messages/inbox/ZoeAlbright_a1b2c3/message_1.json",
    "messages/inbox/ZoeAlbright_a1b2c3/message_10.json",
    "messages/inbox/ZoeAlbright_a1b2c3/message_2.json",
    "messages/archived_threads/RowingClub_d4e5f6/message_1.json",
    "friends/friends.json", "profile_information/profile_information.json");
pub(crate) const FACEBOOK_2025: Files = files!("facebook/2025":
    "your_facebook_activity/messages/e2ee_cutover/chidieze_1002/message_1.json",
    "your_facebook_activity/messages/filtered_threads/facebookuser_1004/message_1.json",
    "your_facebook_activity/messages/inbox/zoealbright_1001/message_1.json",
    "your_facebook_activity/messages/message_requests/hanaito_1003/message_1.json",
    "connections/friends/your_friends.json",
    "personal_information/profile_information/profile_information.json");
pub(crate) const FACEBOOK_E2EE: Files = files!("facebook/e2ee": "Zoe Albright_40.json");
pub(crate) const FACEBOOK_HTML: Files = files!("facebook/html": "message_1.html");
pub(crate) const INSTAGRAM: Files = files!("facebook/instagram":
    "your_instagram_activity/messages/inbox/zoe_2001/message_1.json",
    "your_instagram_activity/messages/inbox/teatime_2002/message_1.json",
    "personal_information/personal_information/personal_information.json");
pub(crate) const MONICA: Files = files!("monica": "four.json", "early.json");
pub(crate) const IMESSAGE: Files =
    files!("imessage": "2012.sql", "2024.sql", "hostile.sql", "other.sql");
pub(crate) const OUTLOOK: Files = files!("outlook":
    "english-2003.csv", "outlook-com.csv", "german.csv", "french.csv", "spanish.csv",
    "italian.csv", "portuguese.csv", "dutch.csv", "swedish.csv");
pub(crate) const CALENDARS: Files = files!("calendar":
    "google.ics", "outlook.ics", "apple.ics", "vcalendar-1.vcs");

/// Every era, oldest first.
pub(crate) const ERAS: &[Files] = &[ERA_2020, ERA_2021, ERA_2023, ERA_2025, ERA_2026];

/// What a file brought, sorted by kind.
#[derive(Debug, Default)]
pub(crate) struct Brought {
    pub(crate) people: Vec<ArrivingPerson>,
    pub(crate) interactions: Vec<ArrivingInteraction>,
    pub(crate) notes: Vec<ArrivingNote>,
    pub(crate) hints: Vec<OwnerHint>,
    pub(crate) positions: Vec<Position>,
    pub(crate) snags: Vec<Snag>,
    pub(crate) questions: Vec<Question>,
}

impl Brought {
    /// Takes one piece.
    pub(crate) fn take(&mut self, piece: Piece) {
        match piece {
            Piece::Arrival(Arrival::Person(person)) => self.people.push(*person),
            Piece::Arrival(Arrival::Interaction(passed)) => self.interactions.push(*passed),
            Piece::Arrival(Arrival::Note(note)) => self.notes.push(*note),
            Piece::Arrival(Arrival::Owner(hint)) => self.hints.push(hint),
            Piece::Arrival(Arrival::OwnerPosition(position)) => self.positions.push(position),
            Piece::Snag(snag) => self.snags.push(snag),
            Piece::Question(question) => self.questions.push(question),
        }
    }

    /// The interactions of a kind.
    pub(crate) fn of(&self, kind: InteractionKind) -> Vec<&ArrivingInteraction> {
        let all = self.interactions.iter();
        all.filter(|passed| passed.kind == kind).collect()
    }

    /// The messages.
    pub(crate) fn messages(&self) -> Vec<&ArrivingInteraction> {
        self.of(InteractionKind::Message)
    }

    /// The message that holds these words.
    pub(crate) fn saying(&self, words: &str) -> &ArrivingInteraction {
        let mut all = self.interactions.iter();
        all.find(|passed| passed.text.contains(words))
            .unwrap_or_else(|| panic!("nobody says {words:?}"))
    }

    /// Somebody by their name.
    pub(crate) fn person(&self, name: &str) -> &ArrivingPerson {
        let mut all = self.people.iter();
        all.find(|person| person.name.shown == name)
            .unwrap_or_else(|| panic!("nobody is called {name:?}"))
    }

    /// Every snag in one line: file, line, why.
    pub(crate) fn snag_lines(&self) -> Vec<String> {
        let line = |snag: &Snag| match snag.line {
            Some(line) => format!("{}:{line}: {}", snag.file, snag.why),
            None => format!("{}: {}", snag.file, snag.why),
        };
        self.snags.iter().map(line).collect()
    }
}

/// Reads one file.
pub(crate) fn read(name: &str, bytes: &[u8]) -> Brought {
    let mut brought = Brought::default();
    import::read(name, &mut Cursor::new(bytes), None, &mut |piece| {
        brought.take(piece);
        ControlFlow::Continue(())
    });
    brought
}

/// The file of this name.
pub(crate) fn bytes_of(files: Files, name: &str) -> &'static [u8] {
    let found = files.iter().find(|(known, _)| *known == name);
    found.unwrap_or_else(|| panic!("there is no {name:?}")).1
}

/// Reads an archive of these files.
pub(crate) fn read_zip(files: &[(&str, &[u8])]) -> Brought {
    read("archive.zip", &zip(files))
}

pub(crate) const MANY_MESSAGES: Files = files!("imessage": "2024.sql", "many.sql");

/// The bytes of a database that these statements make.
pub(crate) fn database(statements: &[u8]) -> Vec<u8> {
    let mut connection = rusqlite::Connection::open_in_memory().unwrap();
    connection.pragma_update(None, "page_size", 512).unwrap();
    connection.execute_batch(str::from_utf8(statements).unwrap()).unwrap();
    connection.serialize(rusqlite::MAIN_DB).unwrap().to_vec()
}

/// Packs files into an archive.
pub(crate) fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// Packs files the way LinkedIn's servers do: the sizes stand behind the content.
pub(crate) fn streamed_zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new_stream(Vec::new());
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}
