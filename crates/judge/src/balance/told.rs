//! A balance in words: one plain line, no grade.

use super::Balance;

/// Who opened how often, with what, and who answered: "They opened 4 conversations, each with
/// a request; you opened 2, they answered 1."
pub fn in_words(balance: &Balance) -> String {
    let theirs = opened("They", balance.starts_in, balance.asking_starts_in);
    let owners = opened("you", balance.starts_out, balance.asking_starts_out);
    match (theirs, owners) {
        (None, None) => nothing_opened(balance),
        (Some(theirs), None) => {
            let answers = answered("you", balance.answered_by_owner, balance.starts_in);
            format!("{theirs}; {answers}; you opened none.")
        }
        (None, Some(owners)) => {
            let answers = answered("they", balance.answered_by_them, balance.starts_out);
            format!("{}; {answers}; they opened none.", capital(&owners))
        }
        (Some(theirs), Some(owners)) => {
            let answers = answered("they", balance.answered_by_them, balance.starts_out);
            format!("{theirs}; {owners}, {answers}.")
        }
    }
}

fn nothing_opened(balance: &Balance) -> String {
    match (balance.received, balance.sent) {
        (0, 0) => "Nothing has passed between you yet.".to_owned(),
        (received, 0) => format!("They wrote {}; you have not written.", times(received)),
        (0, sent) => format!("You wrote {}; they have not written.", times(sent)),
        (received, sent) => format!("They wrote {}, you {}.", times(received), times(sent)),
    }
}

fn opened(who: &str, starts: u32, asking: u32) -> Option<String> {
    let what = match (starts, asking) {
        (0, _) => return None,
        (1, 0) => "one conversation, without a request".to_owned(),
        (1, _) => "one conversation, with a request".to_owned(),
        (all, 0) => format!("{all} conversations, none with a request"),
        (all, asking) if asking >= all => format!("{all} conversations, each with a request"),
        (all, asking) => format!("{all} conversations, {asking} with a request"),
    };
    Some(format!("{who} opened {what}"))
}

fn answered(who: &str, answered: u32, of: u32) -> String {
    match (answered, of) {
        (0, 1) => format!("{who} did not answer"),
        (0, _) => format!("{who} answered none"),
        (1, 1) => format!("{who} answered"),
        (all, of) if all >= of => format!("{who} answered all"),
        (some, _) => format!("{who} answered {some}"),
    }
}

fn times(count: u32) -> String {
    match count {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        more => format!("{more} times"),
    }
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(|c| c.to_uppercase().to_string());
    first.unwrap_or_default() + chars.as_str()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(starts: (u32, u32), asking: (u32, u32), answered: (u32, u32), words: &str) {
        let balance = Balance {
            starts_in: starts.0,
            starts_out: starts.1,
            asking_starts_in: asking.0,
            asking_starts_out: asking.1,
            answered_by_them: answered.0,
            answered_by_owner: answered.1,
            ..Balance::default()
        };
        assert_eq!(in_words(&balance), words);
    }

    #[test]
    fn both_sides_are_told_in_one_line() {
        reads(
            (4, 2),
            (4, 0),
            (1, 0),
            "They opened 4 conversations, each with a request; you opened 2 conversations, none \
             with a request, they answered 1.",
        );
    }

    #[test]
    fn who_never_opened_is_told_to_have_opened_none() {
        reads(
            (1, 0),
            (1, 0),
            (0, 1),
            "They opened one conversation, with a request; you answered; you opened none.",
        );
        reads(
            (0, 3),
            (0, 2),
            (0, 0),
            "You opened 3 conversations, 2 with a request; they answered none; they opened none.",
        );
    }

    #[test]
    fn without_openings_the_messages_are_told() {
        let written = Balance { received: 1, sent: 2, ..Balance::default() };
        assert_eq!(in_words(&written), "They wrote once, you twice.");
        assert_eq!(in_words(&Balance::default()), "Nothing has passed between you yet.");
    }
}
