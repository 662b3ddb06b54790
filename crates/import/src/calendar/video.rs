//! Whether a meeting was held on a screen.

use super::event::Event;

/// Where such meetings are held.
const PLACES: &[&str] = &[
    "zoom.us/",
    "zoom.com/",
    "zoomgov.com/",
    "meet.google.com/",
    "hangouts.google.com/",
    "teams.microsoft.com/",
    "teams.live.com/",
    "teams.cloud.microsoft",
    "webex.com/",
    "meet.jit.si/",
    "jitsi.",
    "whereby.com/",
    "gotomeeting.com/",
    "gotomeet.me/",
    "goto.com/",
    "bluejeans.com/",
    "join.skype.com/",
    "meet.lync.com/",
    "bigbluebutton",
    "/bbb/",
    "facetime.apple.com/",
    "chime.aws/",
    "around.co/",
    "8x8.vc/",
];
/// What stands for the place where the link is elsewhere.
const WORDS: &[&str] = &[
    "microsoft teams",
    "zoom",
    "google meet",
    "webex",
    "skype",
    "jitsi",
    "facetime",
    "video call",
    "videocall",
];
/// Properties that only such a meeting has.
const MARKS: &[&str] = &[
    "CONFERENCE",
    "X-GOOGLE-CONFERENCE",
    "X-GOOGLE-HANGOUT",
    "X-MICROSOFT-SKYPETEAMSMEETINGURL",
    "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK",
    "X-MICROSOFT-ONLINEMEETINGCONFLINK",
];

/// By its place, by a link in its description, or by a property of its own.
pub(super) fn is_video(event: &Event) -> bool {
    let has_mark = |mark: &&str| event.get(mark).is_some_and(|told| !told.value.trim().is_empty());
    if MARKS.iter().any(has_mark) {
        return true;
    }
    reads_as_video(&event.text("LOCATION"), &[event.text("DESCRIPTION"), event.text("URL")])
}

/// The same by the words alone: a place, and texts in which a link may stand.
fn reads_as_video(place: &str, texts: &[String]) -> bool {
    let place = place.to_lowercase();
    let has_link = |text: &str| PLACES.iter().any(|link| text.contains(link));
    WORDS.iter().any(|word| place.contains(word))
        || has_link(&place)
        || texts.iter().any(|text| has_link(&text.to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_or_a_programs_name_as_the_place_is_a_screen() {
        let of = |place: &str, text: &str| reads_as_video(place, &[text.to_owned()]);
        assert!(of("https://example.zoom.us/j/1", ""));
        assert!(of("Microsoft Teams Meeting", ""));
        assert!(of("", "Join: https://meet.google.com/aaa-bbbb-ccc"));
        assert!(of("Room 4; https://meet.jit.si/tea", ""));
        assert!(!of("Town hall", "The zoom lens is broken; the teams meet."));
        assert!(!of("", ""));
    }
}
