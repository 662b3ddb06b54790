//! A chat of WhatsApp, exported as text: `_chat.txt` of an iPhone, `WhatsApp Chat with ….txt`
//! of an Android phone, in the language and with the dates of the phone.
//!
//! The order of day and month, and who the owner is, are told by the whole file and needed for
//! its first message. So the first 200,000 lines are held (an export has some 40,000 messages),
//! looked at, and then told; the rest of a longer file streams.
//!
//! Deliberately absent: what the export does not have (reactions, answers, silent members),
//! media of which it says only that they were left out, and the words of notices. A pasted chat
//! that is written exactly like the file is taken for messages of it.

mod header;
mod said;
mod sides;
mod survey;
mod words;

use crate::tell::{BREAKS_OFF, Teller};
use crate::text::{Line, Lines};
use crate::{Arrival, ArrivingInteraction, DayOrder, OwnerHint, OwnerSign, Source, Take, chat};
use header::{Header, Shape};
use model::{Channel, InteractionKind, Moment};
use said::Said;
use sides::Sides;
use std::collections::VecDeque;
use std::io::Read;
use std::ops::ControlFlow;
use survey::{Survey, Told};

/// Lines, and bytes in them, that are looked at before the first is told.
const HELD_LINES: usize = 200_000;
const HELD_BYTES: usize = 64 * 1024 * 1024;
/// WhatsApp sends no longer message than 65,536 letters.
const LONGEST_MESSAGE: usize = 256 * 1024;
/// What answers in its own name.
const MACHINE: &str = "Meta AI";

/// Whether a file begins like a chat.
pub(crate) fn is_chat(name: &str, first: &[String]) -> bool {
    let opening = first.iter().find(|line| !line.trim().is_empty());
    let begins = opening.is_some_and(|line| Header::of(line).is_some());
    let name = name.to_lowercase();
    let in_it = first.iter().filter(|line| Header::of(line).is_some()).count();
    let is_named = name.ends_with("_chat.txt") || name.contains("whatsapp");
    !name.ends_with(".log") && (begins || is_named && in_it > 0)
}

/// Reads a chat. `days` is the owner's answer where the file leaves the order of days open.
pub(crate) fn read(name: &str, source: &mut dyn Read, days: Option<DayOrder>, take: &mut Take<'_>) {
    let mut teller = Teller::new(name, take);
    let mut lines = Lines::new(source);
    let mut held = Held::of(&mut lines);
    let _ = all(&mut held, &mut lines, days, &mut teller);
}

fn all(
    held: &mut Held,
    lines: &mut Lines<'_>,
    days: Option<DayOrder>,
    teller: &mut Teller<'_>,
) -> ControlFlow<()> {
    let Survey { shape, days: seen, heard } = Survey::of(held.lines.iter());
    let Some(shape) = shape else {
        return teller.whole("No message can be found in it; the file was left out.");
    };
    let order = match (seen.told(), days) {
        (Told::Order(order), _) | (Told::Open(_), Some(order)) => order,
        (Told::Open(example), None) => {
            teller.ask_day_order(example)?;
            DayOrder::DayFirst
        }
    };
    let sides = Sides::of(teller.file(), heard);
    let mut reading = Reading { shape, order, sides, open: None, mended: false, teller };
    reading.hint()?;
    while let Some(line) = held.lines.pop_front() {
        reading.line(line)?;
    }
    while !held.failed {
        match lines.next() {
            Ok(Some(line)) => reading.line(line)?,
            Ok(None) => break,
            Err(_) => held.failed = true,
        }
    }
    reading.close()?;
    if held.failed {
        reading.teller.whole(BREAKS_OFF)?;
    }
    reading.teller.end()
}

/// The lines that are looked at first.
struct Held {
    lines: VecDeque<Line>,
    /// Whether reading failed behind them.
    failed: bool,
}

impl Held {
    fn of(source: &mut Lines<'_>) -> Self {
        let mut held = Self { lines: VecDeque::new(), failed: false };
        let mut bytes = 0;
        while held.lines.len() < HELD_LINES && bytes < HELD_BYTES {
            match source.next() {
                Ok(Some(line)) => {
                    bytes += line.text.len();
                    held.lines.push_back(line);
                }
                Ok(None) => break,
                Err(_) => {
                    held.failed = true;
                    break;
                }
            }
        }
        held
    }
}

/// A message whose lines are being gathered.
struct Open {
    line: u64,
    moment: Option<Moment>,
    sender: Option<String>,
    text: String,
    raw: String,
}

/// A file that is being read.
struct Reading<'r, 't> {
    shape: Shape,
    order: DayOrder,
    sides: Sides,
    open: Option<Open>,
    mended: bool,
    teller: &'r mut Teller<'t>,
}

impl Reading<'_, '_> {
    /// The name of the owner, which other chats may hold too.
    fn hint(&mut self) -> ControlFlow<()> {
        let Some(name) = self.sides.owner.clone().filter(|_| !self.sides.owner_is_you()) else {
            return ControlFlow::Continue(());
        };
        let sign = OwnerSign::Everywhere;
        self.teller.arrival(Arrival::Owner(OwnerHint { identity: None, name, sign, seen: 1 }))
    }

    fn line(&mut self, line: Line) -> ControlFlow<()> {
        self.flaws(&line)?;
        let header = Header::of(&line.text).filter(|header| header.shape == self.shape);
        let Some(header) = header else { return self.goes_on(&line) };
        self.close()?;
        let (sender, text) = survey::sender(header.rest);
        let at = header.at(self.order);
        self.open = Some(Open {
            line: line.number,
            moment: at.map(|at| Moment::utc(at.and_utc())),
            sender,
            text: text.to_owned(),
            raw: line.text.clone(),
        });
        ControlFlow::Continue(())
    }

    fn flaws(&mut self, line: &Line) -> ControlFlow<()> {
        if line.mended && !std::mem::replace(&mut self.mended, true) {
            self.teller.line(
                line.number,
                "From here on there are letters that are not UTF-8; they were read as Windows-1252.",
            )?;
        }
        match line.cut {
            true => self
                .teller
                .line(line.number, "The line is longer than 16 MiB; what is beyond was left out."),
            false => ControlFlow::Continue(()),
        }
    }

    /// A line without a header belongs to the message above.
    fn goes_on(&mut self, line: &Line) -> ControlFlow<()> {
        match &mut self.open {
            Some(open) if open.raw.len() + line.text.len() > LONGEST_MESSAGE => self.teller.line(
                line.number,
                "The message is longer than WhatsApp sends any; this line of it was left out.",
            ),
            Some(open) => {
                for whole in [&mut open.text, &mut open.raw] {
                    whole.push('\n');
                    whole.push_str(&line.text);
                }
                ControlFlow::Continue(())
            }
            None if said::bare(&line.text).is_empty() => ControlFlow::Continue(()),
            None => self
                .teller
                .line(line.number, "The line stands before the first message and was left out."),
        }
    }

    /// Tells the message whose lines are complete.
    fn close(&mut self) -> ControlFlow<()> {
        let Some(open) = self.open.take() else { return ControlFlow::Continue(()) };
        let said = match &open.sender {
            Some(_) => said::by_somebody(&open.text),
            None => said::by_nobody(&open.text),
        };
        if matches!(said, Said::Nothing | Said::Notice) {
            return ControlFlow::Continue(());
        }
        let Some(moment) = open.moment else {
            return self
                .teller
                .line(open.line, "The date makes no sense; the message was left out.");
        };
        match self.passed(open, moment, said) {
            Some(passed) => self.teller.arrival(Arrival::Interaction(Box::new(passed))),
            None => ControlFlow::Continue(()),
        }
    }

    /// The message as an interaction; nothing for a call in a group, which is nobody's.
    fn passed(&self, open: Open, moment: Moment, said: Said) -> Option<ArrivingInteraction> {
        let sender = open.sender.as_deref().or_else(|| self.sides.other())?;
        let from = self.sides.from(sender);
        let mut passed = chat::message(Source::Whatsapp, moment, from);
        passed.others.extend(self.sides.to(&passed.from));
        passed.from_owner = self.sides.is_owner(sender);
        passed.automated = sender == MACHINE;
        passed.conversation.clone_from(&self.sides.title);
        if self.sides.is_group {
            passed.kind = InteractionKind::GroupPost;
            passed.conversation_title.clone_from(&self.sides.title);
        }
        match said {
            Said::Words(words) => passed.text = words,
            Said::Call { video } => {
                passed.kind = InteractionKind::Call;
                passed.channel = if video { Channel::Video } else { Channel::Phone };
            }
            Said::Nothing | Said::Notice => return None,
        }
        passed.raw = open.raw.into_bytes();
        Some(passed)
    }
}
