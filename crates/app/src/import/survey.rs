//! The first reading: everything that deciding needs, nothing that only keeping needs.

use super::again::{self, Before, Known, Tail};
use super::crowd::{Crowd, Face};
use super::files::{self, Offered};
use super::pool::{Pool, Text};
use super::threads::{self, Leaf, Place, Thread};
use super::twice::Twice;
use super::watched;
use crate::view::import::DayOrderAsked;
use import::{
    Arrival, ArrivingInteraction, ArrivingNote, ArrivingPerson, DayOrder, OwnerHint, Piece,
    Question, Snag, Source,
};
use model::{Identity, InteractionId, InteractionKind, Moment, Role, Uid};
use std::fs::File;
use std::io::BufReader;
use std::ops::ControlFlow;
use store::FileMark;

/// How many interactions are shown in a plan as a sample.
const SAMPLE: usize = 6;

/// A file and what it turned out to be.
#[derive(Clone, Debug)]
pub(super) struct ReadFile {
    /// Where.
    pub offered: Offered,
    /// What it is, in words.
    pub what: String,
    /// The place in [`Survey::seen`] of the first thing in it.
    pub first: usize,
    /// How it lay there before it was read; nothing where that cannot be told.
    pub stamp: Option<String>,
    /// A mailbox as it lies there now, where it is worth knowing again.
    pub known: Option<Known>,
}

impl ReadFile {
    /// What of it was read by an earlier import.
    pub(super) fn before(&self) -> Option<&Before> {
        self.known.as_ref()?.before.as_ref()
    }

    /// Whether an earlier import has read all of it.
    pub(super) fn has_nothing_new(&self) -> bool {
        let length = self.known.as_ref().map(|known| known.length);
        self.before().is_some_and(|before| Some(before.mark.length) == length)
    }

    /// Opens what is to be read of it.
    pub(super) fn open(&self) -> Result<Tail<BufReader<File>>, Snag> {
        let from = self.before().map_or(0, |before| before.mark.length);
        Tail::of(files::open(&self.offered)?, from)
            .map_err(|error| files::unreadable(self.offered.shown.clone(), &error))
    }
}

/// What is remembered of an interaction between the two readings.
#[derive(Clone, Debug)]
pub(super) struct Seen {
    /// Its name in any store.
    pub id: InteractionId,
    /// The native id under its source, perhaps empty.
    pub native_id: Text,
    /// The program it passed by.
    pub source: Source,
    /// What sort.
    pub kind: InteractionKind,
    /// When.
    pub moment: Moment,
    /// Who wrote.
    pub from: Face,
    /// Everybody else.
    pub others: Box<[(Role, Face)]>,
    /// The file says whether the owner wrote.
    pub from_owner: Option<bool>,
    /// A machine wrote.
    pub automated: bool,
    /// The conversation's own key, empty for mail.
    pub conversation: Text,
    /// The same message came before in these files.
    pub again: bool,
    /// It has not passed yet: a calendar also tells what is to come.
    pub ahead: bool,
    /// Place among the mails that are threaded.
    pub leaf: Option<u32>,
}

/// A row of the sample.
#[derive(Clone, Debug)]
pub(super) struct Glimpse {
    /// Which of [`Survey::seen`].
    pub seen: usize,
    /// Its first words.
    pub text: String,
}

/// Everything the first reading found.
#[derive(Debug, Default)]
pub(super) struct Survey {
    /// The files, in the order of reading.
    pub files: Vec<ReadFile>,
    /// Everybody.
    pub crowd: Crowd,
    /// People in address books, with their faces.
    pub people: Vec<(Face, ArrivingPerson)>,
    /// What passed, in the order of reading.
    pub seen: Vec<Seen>,
    /// Facts, with the face they are about.
    pub notes: Vec<(Face, ArrivingNote)>,
    /// Signs of the owner.
    pub hints: Vec<OwnerHint>,
    /// The owner's posts, as the archive tells them.
    pub owner_organisations: Vec<String>,
    /// What could not be read.
    pub snags: Vec<Snag>,
    /// Files whose dates can be read in two ways.
    pub day_order: Vec<DayOrderAsked>,
    /// How they were read, where the owner has said so.
    pub days: Option<DayOrder>,
    /// When it was read: what is later has not passed.
    now: Option<Moment>,
    /// By what mailboxes are known that were read before.
    marks: Vec<FileMark>,
    /// A few to look at.
    pub sample: Vec<Glimpse>,
    /// Where each mail belongs.
    pub places: Vec<Place>,
    /// Each thread.
    pub threads: Vec<Thread>,
    /// The texts that are remembered.
    pub pool: Pool,
    leaves: Vec<Leaf>,
    twice: Twice,
}

impl Survey {
    /// Reads everything under the paths.
    pub(super) fn of(
        paths: &[String],
        days: Option<DayOrder>,
        (now, marks): (Moment, Vec<FileMark>),
    ) -> Self {
        let mut survey = Self { days, now: Some(now), marks, ..Self::default() };
        let several = paths.iter().any(|path| std::path::Path::new(path).is_dir());
        let mut passed_over = 0_u32;
        for offered in files::under(paths, &mut survey.snags) {
            let format = match files::recognise(&offered) {
                Ok(format) => format,
                Err(snag) => {
                    survey.snags.push(snag);
                    continue;
                }
            };
            if format.is_none() && several {
                passed_over += u32::from(!import::holds_nothing_to_read(&offered.shown));
                continue;
            }
            survey.read(offered, format);
        }
        if passed_over > 0 {
            let why = match passed_over {
                1 => "1 file is of a kind that Requite does not read".to_owned(),
                many => format!("{many} files are of kinds that Requite does not read"),
            };
            survey.snags.push(Snag { file: String::new(), line: None, why });
        }
        survey.crowd.join_unique_names();
        survey.weave();
        survey
    }

    /// Where a mail belongs.
    pub(super) fn place(&self, seen: &Seen) -> Option<&Place> {
        self.places.get(seen.leaf? as usize)
    }

    /// The thread of a place, by which it is kept.
    pub(super) fn thread(&self, place: &Place) -> Option<&Thread> {
        self.threads.get(place.thread as usize)
    }

    fn read(&mut self, offered: Offered, format: Option<import::Format>) {
        let known = match format {
            Some(import::Format::Mbox) => again::look(&offered, &self.marks),
            _ => None,
        };
        let what = format.map_or("", in_words).to_owned();
        let stamp = watched::stamp(&offered.path);
        let mut file = ReadFile { offered, what, first: self.seen.len(), stamp, known };
        if file.has_nothing_new() {
            file.what.push_str(", came in before");
            return self.files.push(file);
        }
        let mut bytes = match file.open() {
            Ok(bytes) => bytes,
            Err(snag) => return self.snags.push(snag),
        };
        let before = file.before().map(|before| before.lines);
        import::read(&file.offered.shown, &mut bytes, self.days, &mut |mut piece| {
            if let Piece::Snag(Snag { line: Some(line), .. }) = &mut piece {
                *line += before.unwrap_or(0);
            }
            self.take(piece);
            ControlFlow::Continue(())
        });
        if before.is_some() {
            file.what.push_str(", grown since it came in");
        }
        if format.is_some() {
            self.files.push(file);
        }
    }

    /// Whether there is a file of which an earlier import has not read all.
    pub(super) fn has_something_new(&self) -> bool {
        !self.files.iter().all(ReadFile::has_nothing_new)
    }

    /// How much of the files came in before and was not read again.
    pub(super) fn passed_over(&self) -> usize {
        let before = self.files.iter().filter_map(ReadFile::before);
        before.map(|before| before.mark.brought as usize).sum()
    }

    fn take(&mut self, piece: Piece) {
        match piece {
            Piece::Snag(snag) => self.snags.push(snag),
            Piece::Question(Question::DayOrder { file, example }) => {
                self.day_order.push(DayOrderAsked { file, example });
            }
            Piece::Arrival(Arrival::Owner(hint)) => self.hints.push(hint),
            Piece::Arrival(Arrival::OwnerPosition(post)) => {
                self.owner_organisations.extend(Some(post.organisation).filter(|o| !o.is_empty()));
            }
            Piece::Arrival(Arrival::Person(person)) => {
                let face = self.crowd.person(&person);
                self.people.push((face, *person));
            }
            Piece::Arrival(Arrival::Note(note)) => {
                let face = self.crowd.party(note.source, &note.about);
                self.notes.push((face, *note));
            }
            Piece::Arrival(Arrival::Interaction(interaction)) => self.see(&interaction),
        }
    }

    fn see(&mut self, arriving: &ArrivingInteraction) {
        let source = arriving.source;
        let from = self.crowd.party(source, &arriving.from);
        let others: Box<[_]> = arriving
            .others
            .iter()
            .map(|(role, party)| (*role, self.crowd.party(source, party)))
            .collect();
        self.crowd.wrote(from, arriving.automated);
        let native_id = self.pool.text(&arriving.native_id);
        let own = interaction_id(arriving);
        let id = self.twice.name(&self.seen, (source, native_id), own);
        let again = self.twice.again(&self.seen, id);
        let ahead = arriving.kind == InteractionKind::Meeting
            && self.now.is_some_and(|now| arriving.moment.at > now.at);
        let leaf = (source == Source::Mail && !again)
            .then(|| self.leaf(arriving, native_id, (from, &others)));
        if self.sample.len() < SAMPLE && !again && !ahead && !arriving.automated {
            let text: String = first_words(&arriving.subject, &arriving.text);
            self.sample.push(Glimpse { seen: self.seen.len(), text });
        }
        self.seen.push(Seen {
            id,
            native_id,
            source,
            kind: arriving.kind,
            moment: arriving.moment,
            from,
            others,
            from_owner: arriving.from_owner,
            automated: arriving.automated,
            conversation: self.pool.text(&arriving.conversation),
            again,
            ahead,
            leaf,
        });
    }

    fn leaf(
        &mut self,
        arriving: &ArrivingInteraction,
        native_id: Text,
        (from, others): (Face, &[(Role, Face)]),
    ) -> u32 {
        let (subject, marked) = threads::base_subject(&arriving.subject);
        let number = u32::try_from(self.leaves.len()).unwrap_or(u32::MAX);
        self.leaves.push(Leaf {
            native_id,
            answers: arriving.answers.iter().map(|id| self.pool.text(id)).collect(),
            subject: self.pool.text(&subject),
            marked,
            at: arriving.moment.at,
            from,
            to: others.iter().map(|(_, face)| *face).collect(),
        });
        number
    }

    fn weave(&mut self) {
        for leaf in &mut self.leaves {
            leaf.from = self.crowd.root(leaf.from);
            for face in &mut leaf.to {
                *face = self.crowd.root(*face);
            }
        }
        (self.places, self.threads) = threads::weave(&self.leaves, &mut self.pool);
        self.leaves = Vec::new();
        self.twice = Twice::default();
    }
}

/// What a file is, as the owner would call it.
pub(super) const fn in_words(format: import::Format) -> &'static str {
    match format {
        import::Format::LinkedinCsv(_) => "table of a LinkedIn archive",
        import::Format::Zip => "archive",
        import::Format::Gzip => "packed file",
        import::Format::Vcard => "address book",
        import::Format::Calendar => "calendar",
        import::Format::GoogleCsv => "Google Contacts",
        import::Format::OutlookCsv => "Outlook contacts",
        import::Format::OutlookPst => "Outlook mailbox",
        import::Format::Mbox => "mailbox",
        import::Format::Eml => "mail",
        import::Format::Whatsapp => "WhatsApp chat",
        import::Format::Telegram => "Telegram export",
        import::Format::Slack(_) => "file of a Slack export",
        import::Format::Facebook(_) => "part of a Facebook or Instagram archive",
        import::Format::Monica => "Monica",
        import::Format::Imessage => "messages of a Mac",
    }
}

/// The interaction's name in any store: after its moment, its parties and its words, so that
/// copies in several folders, and the same file on two machines, are one row.
pub(super) fn interaction_id(arriving: &ArrivingInteraction) -> InteractionId {
    let mut parties: Vec<String> =
        arriving.others.iter().map(|(_, party)| who(&party.identities, &party.name)).collect();
    parties.sort_unstable();
    parties.dedup();
    let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let words = squeezed(&arriving.text);
    InteractionId(Uid::derived(&[
        b"interaction",
        arriving.source.word().as_bytes(),
        arriving.kind.word().as_bytes(),
        &arriving.moment.at.timestamp().to_le_bytes(),
        who(&arriving.from.identities, &arriving.from.name).as_bytes(),
        parties.join("\n").as_bytes(),
        squeezed(&arriving.subject).as_bytes(),
        words.as_bytes(),
        arriving.conversation.as_bytes(),
    ]))
}

fn who(identities: &[Identity], name: &str) -> String {
    identities.iter().min().map_or_else(|| name.to_lowercase(), ToString::to_string)
}

fn first_words(subject: &str, text: &str) -> String {
    let line = if text.trim().is_empty() { subject } else { text };
    let words: Vec<&str> = line.split_whitespace().take(24).collect();
    words.join(" ")
}
