//! Calendars of Google, Outlook, Apple and a telephone, whole files.

#![allow(clippy::indexing_slicing, reason = "helpers of tests are outside of tests for the linter")]

#[cfg(test)]
mod support;

use import::{ArrivingInteraction, Format, OwnerSign, Party, Source, recognise};
use model::{Channel, Identity, InteractionKind, Role};
use support::{Brought, CALENDARS, read};

fn file(place: usize) -> Brought {
    read(CALENDARS[place].0, CALENDARS[place].1)
}

fn called<'b>(brought: &'b Brought, subject: &str) -> Vec<&'b ArrivingInteraction> {
    brought.interactions.iter().filter(|passed| passed.subject == subject).collect()
}

fn shown(party: &Party) -> String {
    let address = party.identities.first().map_or("-", Identity::value);
    format!("{} <{address}>", party.name)
}

fn others(passed: &ArrivingInteraction) -> Vec<String> {
    assert!(passed.others.iter().all(|(role, _)| *role == Role::With));
    passed.others.iter().map(|(_, party)| shown(party)).collect()
}

fn when(passed: &ArrivingInteraction) -> String {
    let at = passed.moment.at.format("%Y-%m-%d %H:%MZ");
    passed.moment.offset_minutes.map_or(format!("{at}"), |minutes| format!("{at} {minutes:+}"))
}

#[test]
fn every_calendar_is_recognised() {
    for (name, bytes) in CALENDARS {
        assert_eq!(recognise("file", bytes), Some(Format::Calendar), "{name}");
    }
}

#[test]
fn a_meeting_is_read_with_those_who_came() {
    let google = file(0);
    assert!(google.snags.is_empty(), "{:?}", google.snags);
    let once = called(&google, "Prism evening")[0];
    assert_eq!(once.source, Source::Calendar);
    assert_eq!(once.kind, InteractionKind::Meeting);
    assert_eq!(once.channel, Channel::Video);
    assert_eq!(shown(&once.from), "Ada Lindqvist <ada@example.org>");
    assert_eq!(others(once), [" <olga@example.org>"]);
    assert_eq!(once.text, "Bring the prism, please.\nAnd tea.");
    assert_eq!(once.native_id, "once@google.example");
    assert_eq!(once.from_owner, Some(false));
    assert_eq!(when(once), "2024-05-02 08:00Z +0");
    assert!(String::from_utf8_lossy(&once.raw).contains("SUMMARY:Prism evening"));
}

#[test]
fn what_was_declined_cancelled_or_alone_is_left_out() {
    let google = file(0);
    for subject in ["Not for me", "Called off", "Ada's birthday"] {
        assert!(called(&google, subject).is_empty(), "{subject}");
    }
}

/// Nine o'clock stays nine o'clock when summer time begins; one day was left out, one moved.
#[test]
fn a_series_is_laid_out_by_its_own_clock() {
    let google = file(0);
    let walks: Vec<_> = called(&google, "Monday walk").into_iter().map(when).collect();
    assert_eq!(walks, ["2024-03-18 08:00Z +60", "2024-04-08 07:00Z +120"]);
    let moved = called(&google, "Monday walk, on Tuesday")[0];
    assert_eq!(when(moved), "2024-04-02 08:00Z +120");
    assert_eq!(moved.native_id, "weekly@google.example/20240401T070000Z");
    assert_eq!(moved.conversation, "weekly@google.example");
    assert_eq!(moved.channel, Channel::InPerson);
    assert_eq!(moved.from_owner, Some(true));
}

#[test]
fn a_whole_day_stays_on_its_day_and_a_calendar_invites_nobody() {
    let google = file(0);
    let days = called(&google, "Island days")[0];
    assert_eq!(when(days), "2024-06-01 12:00Z");
    assert_eq!(shown(&days.from), "Hana Ito <hana@example.org>");
}

#[test]
fn a_calendar_called_after_an_address_is_its_owners() {
    let google = file(0);
    assert_eq!(google.hints.len(), 1);
    assert_eq!(google.hints[0].sign, OwnerSign::Profile);
    assert_eq!(google.hints[0].identity, Identity::email("olga@example.org"));
}

#[test]
fn otherwise_whoever_is_at_every_meeting_owns_it() {
    let outlook = file(1);
    assert_eq!(outlook.hints.len(), 1);
    assert_eq!(outlook.hints[0].sign, OwnerSign::Everywhere);
    assert_eq!(outlook.hints[0].identity, Identity::email("olga@example.org"));
}

#[test]
fn windows_names_and_zones_of_the_files_own_are_known() {
    let outlook = file(1);
    let roof = called(&outlook, "Roof")[0];
    assert_eq!(when(roof), "2024-07-15 09:00Z +120");
    assert_eq!(roof.text, "The roof again.");
    assert_eq!(roof.channel, Channel::Video);
    assert_eq!(others(roof), ["Frisk, Bea <bea@example.org>"]);
    assert_eq!(when(called(&outlook, "Summer elsewhere")[0]), "2024-07-15 14:30Z -210");
    assert_eq!(when(called(&outlook, "Winter elsewhere")[0]), "2024-01-15 15:30Z -270");
}

#[test]
fn the_end_of_a_series_is_told_in_another_clock_than_its_beginning() {
    let outlook = file(1);
    let mondays: Vec<_> = called(&outlook, "First Mondays").into_iter().map(when).collect();
    assert_eq!(
        mondays,
        [
            "2024-01-01 08:00Z +60",
            "2024-02-05 08:00Z +60",
            "2024-03-04 08:00Z +60",
            "2024-04-01 07:00Z +120",
        ]
    );
}

#[test]
fn what_is_not_understood_is_told() {
    let outlook = file(1);
    assert_eq!(called(&outlook, "On the hour").len(), 1);
    assert_eq!(
        outlook.snag_lines(),
        [
            "outlook.ics:82: The event tells no beginning that makes sense; it was left out.",
            "outlook.ics:74: The event comes again by a rule that Requite does not follow; only its first time was brought in.",
        ]
    );
}

#[test]
fn addresses_are_found_where_apple_puts_them() {
    let apple = file(2);
    let skipped = called(&apple, "In the hour that was skipped")[0];
    assert_eq!(shown(&skipped.from), "Olga Holm <olga@example.org>");
    assert_eq!(others(skipped), ["Dora Évora <dora@example.org>"]);
    assert_eq!(when(skipped), "2024-03-10 07:30Z -300");
    let dinner = called(&apple, "Dinner by the clock on the wall")[0];
    assert_eq!(others(dinner), ["Ivo <->"]);
    assert_eq!(when(dinner), "2024-04-20 18:00Z");
    assert_eq!(apple.interactions.len(), 2);
    assert_eq!(
        apple.snag_lines(),
        ["apple.ics:40: The file breaks off within this event; it was left out."]
    );
}

#[test]
fn a_telephones_calendar_of_the_first_version_is_read() {
    let old = file(3);
    let rehearsal = &old.interactions[0];
    assert_eq!(rehearsal.subject, "Körprobe am Abend");
    assert_eq!(shown(&rehearsal.from), "Bea Frisk <bea@example.org>");
    assert_eq!(others(rehearsal), ["Olga Holm <olga@example.org>"]);
}

#[test]
fn ten_thousand_events_are_read_one_by_one() {
    let event = "BEGIN:VEVENT\nDTSTART:20240502T080000Z\nUID:x\nORGANIZER:mailto:ada@example.org\nATTENDEE:mailto:bea@example.org\nSUMMARY:x\nEND:VEVENT\n";
    let text = format!("BEGIN:VCALENDAR\n{}END:VCALENDAR\n", event.repeat(10_000));
    let mut seen = 0_u32;
    import::read("a.ics", &mut std::io::Cursor::new(text), None, &mut |piece| {
        seen += u32::from(matches!(piece, import::Piece::Arrival(import::Arrival::Interaction(_))));
        std::ops::ControlFlow::Continue(())
    });
    assert_eq!(seen, 10_000);
}

#[test]
fn a_request_that_takes_meetings_back_brings_none() {
    let text = "BEGIN:VCALENDAR\nMETHOD:CANCEL\nBEGIN:VEVENT\nDTSTART:20240502T080000Z\nORGANIZER:mailto:ada@example.org\nATTENDEE:mailto:bea@example.org\nEND:VEVENT\nEND:VCALENDAR\n";
    assert!(read("a.ics", text.as_bytes()).interactions.is_empty());
}
