//! Calendars (`.ics`, and the older `.vcs`): meetings with others.
//!
//! Events are read one by one and let go; only the zones and the series (until it is known
//! which of their occurrences were moved) are held. A series is laid out as far as its rule
//! says, at most [`series::MOST`] occurrences and, where the rule has no end, two years: there
//! is no clock in this room to ask how far it came.
//!
//! Deliberately absent: events with nobody else in them (appointments, birthdays, holidays),
//! what was cancelled or declined, tasks, alarms and attachments.

mod event;
mod meeting;
mod rule;
mod series;
mod video;
mod when;
mod zone;

use crate::everywhere::Everywhere;
use crate::tell::Teller;
use crate::vcard::{Line, Lines, Property};
use crate::{Arrival, ArrivingInteraction, Bytes, OwnerHint, OwnerSign, Take};
use event::Event;
use meeting::Meeting;
use model::Identity;
use series::Series;
use std::ops::ControlFlow;
use zone::Zones;

const BREAKS_OFF: &str = "The file breaks off within this event; it was left out.";
const NOTHING: &str = "The line belongs to nothing in the calendar; it was left out.";
const UNREADABLE: &str = "The file cannot be read to its end.";
const CUT: &str = "This event is longer than 4 MiB; what is beyond was left out.";

/// Reads a calendar.
pub(crate) fn read(name: &str, bytes: &mut dyn Bytes, take: &mut Take<'_>) {
    let mut teller = Teller::new(name, take);
    let mut reading = Reading::default();
    let _ = match Lines::new(bytes) {
        Ok(mut lines) => reading.every_line(&mut lines, &mut teller),
        Err(_) => teller.whole(UNREADABLE),
    };
}

/// What is known while a file is read.
#[derive(Default)]
struct Reading {
    /// The components that are open, outermost first, in upper case.
    open: Vec<String>,
    event: Option<Event>,
    zones: Zones,
    /// The owner's address, where the calendar is called after it.
    owner: Option<Identity>,
    /// The whole file takes meetings back.
    is_cancelled: bool,
    series: Series,
    everywhere: Everywhere,
    watched: u32,
}

/// Meetings by which the owner is told; more of them tell nothing new.
const MOST_WATCHED: u32 = 20_000;
/// Components within components; deeper ones are not told apart.
const DEEPEST: usize = 16;

impl Reading {
    fn every_line<R: std::io::Read>(
        &mut self,
        lines: &mut Lines<R>,
        teller: &mut Teller<'_>,
    ) -> ControlFlow<()> {
        loop {
            match lines.next() {
                Ok(Some(line)) => self.line(&line, teller)?,
                Ok(None) => break,
                Err(_) => {
                    teller.whole(UNREADABLE)?;
                    break;
                }
            }
        }
        if let Some(event) = self.event.take() {
            teller.line(event.line, BREAKS_OFF)?;
        }
        self.end(teller)
    }

    fn line(&mut self, line: &Line, teller: &mut Teller<'_>) -> ControlFlow<()> {
        let Some(property) = Property::read(&line.bytes) else {
            return match line.bytes.trim_ascii().is_empty() {
                true => ControlFlow::Continue(()),
                false => teller.line(line.number, NOTHING),
            };
        };
        match property.name.as_str() {
            "BEGIN" => self.begin(&property.value.trim().to_uppercase(), line.number, teller),
            "END" => self.close(&property.value.trim().to_uppercase(), teller),
            _ => {
                self.property(property, line);
                ControlFlow::Continue(())
            }
        }
    }

    fn begin(&mut self, what: &str, line: u64, teller: &mut Teller<'_>) -> ControlFlow<()> {
        if matches!(what, "VEVENT" | "VCALENDAR") {
            if let Some(event) = self.event.take() {
                teller.line(event.line, BREAKS_OFF)?;
            }
            self.open.clear();
        }
        match what {
            "VEVENT" => self.event = Some(Event::at(line)),
            // Zones and what takes meetings back hold for one calendar; a file may hold several.
            "VCALENDAR" => self.is_cancelled = false,
            "VTIMEZONE" => self.zones.begin(),
            "STANDARD" | "DAYLIGHT" => self.zones.begin_observance(),
            _ => {}
        }
        if self.open.len() < DEEPEST {
            self.open.push(what.to_owned());
        }
        ControlFlow::Continue(())
    }

    fn close(&mut self, what: &str, teller: &mut Teller<'_>) -> ControlFlow<()> {
        if let Some(place) = self.open.iter().rposition(|open| open == what) {
            self.open.truncate(place);
        }
        match what {
            "VTIMEZONE" => self.zones.end(),
            "VEVENT" => {
                if let Some(event) = self.event.take() {
                    return self.event(event, teller);
                }
            }
            _ => {}
        }
        ControlFlow::Continue(())
    }

    fn property(&mut self, property: Property, line: &Line) {
        match self.open.last().map(String::as_str) {
            Some("VEVENT") => {
                if let Some(event) = &mut self.event {
                    event.take(property, line);
                }
            }
            Some("VTIMEZONE" | "STANDARD" | "DAYLIGHT") => self.zones.take(&property),
            Some("VCALENDAR") | None => self.of_calendar(&property),
            Some(_) => {}
        }
    }

    fn of_calendar(&mut self, property: &Property) {
        match property.name.as_str() {
            "X-WR-CALNAME" => self.owner = Identity::email(&property.text()).or(self.owner.take()),
            "X-WR-TIMEZONE" => self.zones.set_usual(&property.text()),
            "METHOD" => self.is_cancelled = property.text().eq_ignore_ascii_case("CANCEL"),
            _ => {}
        }
    }

    fn event(&mut self, event: Event, teller: &mut Teller<'_>) -> ControlFlow<()> {
        if event.is_cut {
            teller.line(event.line, CUT)?;
        }
        let is_cancelled = self.is_cancelled || event.is_cancelled();
        let found = Meeting::of(&event, &self.zones, self.owner.as_ref());
        // An occurrence that was moved or cancelled is none of its series any more, whoever
        // is still in it.
        if let Some(occurrence) = event.replaces(&self.zones) {
            self.series.replace(event.uid(), occurrence);
        }
        match found {
            _ if is_cancelled => ControlFlow::Continue(()),
            Ok(Some(meeting)) if meeting.recurs() => match self.series.hold(meeting) {
                Some(meeting) => self.lay_out(meeting, teller),
                None => ControlFlow::Continue(()),
            },
            Ok(Some(meeting)) => self.tell(meeting.once(), teller),
            Ok(None) => ControlFlow::Continue(()),
            Err(why) => teller.line(event.line, why),
        }
    }

    fn lay_out(&mut self, meeting: Meeting, teller: &mut Teller<'_>) -> ControlFlow<()> {
        let (occurrences, trouble) = self.series.occurrences(&meeting);
        if let Some(why) = trouble {
            teller.line(meeting.line, why)?;
        }
        for occurrence in occurrences {
            self.tell(meeting.on(occurrence), teller)?;
        }
        ControlFlow::Continue(())
    }

    fn tell(
        &mut self,
        (key, meeting): (String, ArrivingInteraction),
        teller: &mut Teller<'_>,
    ) -> ControlFlow<()> {
        if self.watched < MOST_WATCHED {
            self.watched += 1;
            let others: Vec<_> = meeting.others.iter().map(|(_, party)| party.clone()).collect();
            self.everywhere.see(&key, &meeting.from, &others);
        }
        teller.arrival(Arrival::Interaction(Box::new(meeting)))
    }

    fn end(&mut self, teller: &mut Teller<'_>) -> ControlFlow<()> {
        for meeting in self.series.held() {
            self.lay_out(meeting, teller)?;
        }
        let named = self.owner.take().map(|identity| OwnerHint {
            identity: Some(identity),
            name: String::new(),
            sign: OwnerSign::Profile,
            seen: 1,
        });
        if let Some(hint) = named.or_else(|| self.everywhere.hint()) {
            teller.arrival(Arrival::Owner(hint))?;
        }
        teller.end()
    }
}
