//! Invented people with a habit each, and whether they only write when they want something.
//!
//! A habit says what somebody's openings say, how often and how regularly they come, and what
//! they do when the owner writes. The truth is the habit's, not any single history's: chance
//! decides what a history holds.

use crate::phrases::{
    ASKS, BOOKINGS, CONGRATULATIONS, GIVES, HINTS, KIND_THEN_ASKS, NEWS, NOTICES, OFFERS, QUOTED,
    SMALL_TALK, THANKS, VAGUE,
};

/// Things that a message may say.
pub(crate) type Pool = &'static [&'static str];

/// How somebody behaves towards the owner.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Habit {
    pub(crate) name: &'static str,
    /// Whether they are only heard from when they want something: the truth.
    pub(crate) only_asks: bool,
    /// What their openings say; a pool named twice comes twice as often.
    pub(crate) openings: &'static [Pool],
    /// In how many of the earliest openings they say something else, and what.
    pub(crate) at_first: (usize, Pool),
    /// At least and at most so many openings.
    pub(crate) count: (usize, usize),
    /// At most so many days between two openings.
    pub(crate) days: usize,
    /// How often the owner opens.
    pub(crate) owner_opens: usize,
    /// How likely they answer that, and with what.
    pub(crate) answers: (f64, Pool),
    /// How likely the owner answers them, and what they say then.
    pub(crate) answered: (f64, Option<Pool>),
    /// All in one thread that goes on for years, as on LinkedIn.
    pub(crate) one_thread: bool,
}

/// Somebody who writes now and then; what habits have in common.
const SOMEBODY: Habit = Habit {
    name: "",
    only_asks: false,
    openings: &[],
    at_first: (0, NEWS),
    count: (5, 14),
    days: 60,
    owner_opens: 0,
    answers: (0.0, NEWS),
    answered: (0.3, None),
    one_thread: false,
};

const fn asker(name: &'static str, openings: &'static [Pool]) -> Habit {
    Habit { name, only_asks: true, openings, ..SOMEBODY }
}

const fn other(name: &'static str, openings: &'static [Pool]) -> Habit {
    Habit { name, openings, ..SOMEBODY }
}

pub(crate) const HABITS: &[Habit] = &[
    // Only heard from when they want something.
    asker("asks straight out", &[ASKS]),
    Habit { owner_opens: 3, ..asker("asks, and lets the owner wait", &[ASKS, ASKS, HINTS]) },
    Habit { answered: (0.9, Some(THANKS)), ..asker("asks, and says thank you for it", &[ASKS]) },
    asker("is kind for a sentence, then asks", &[KIND_THEN_ASKS]),
    Habit { days: 25, ..asker("hints at what is needed", &[HINTS, ASKS]) },
    Habit { count: (8, 16), ..asker("books the owner's time", &[BOOKINGS]) },
    Habit { one_thread: true, days: 120, ..asker("asks in one thread for years", &[ASKS]) },
    Habit { owner_opens: 1, days: 90, ..asker("asks now and then", &[ASKS, KIND_THEN_ASKS]) },
    Habit {
        at_first: (1, NEWS),
        count: (9, 14),
        ..asker("has asked ever since a first friendly letter", &[ASKS, HINTS])
    },
    Habit { count: (3, 5), ..asker("has only begun to ask", &[ASKS, BOOKINGS]) },
    // Not.
    Habit { at_first: (1, ASKS), ..other("the helpful friend who asked once", &[GIVES, NEWS]) },
    Habit {
        at_first: (4, ASKS),
        count: (8, 14),
        days: 120,
        ..other("asked long ago, and keeps in touch since", &[NEWS, SMALL_TALK])
    },
    Habit {
        days: 10,
        owner_opens: 4,
        answers: (0.8, NEWS),
        answered: (0.9, Some(GIVES)),
        ..other("the colleague of many requests and many gives", &[ASKS, GIVES])
    },
    Habit { count: (0, 0), owner_opens: 5, ..other("the silent one", &[NEWS]) },
    Habit {
        owner_opens: 4,
        answers: (1.0, NEWS),
        ..other("asks, but is there when the owner writes", &[ASKS, HINTS])
    },
    other("the newsletter", &[NOTICES]),
    other("news and small talk", &[NEWS, SMALL_TALK]),
    other("remembers every birthday", &[CONGRATULATIONS]),
    other("offers and never asks", &[OFFERS]),
    other("says nothing plain", &[VAGUE]),
    other("quotes what the owner asked", &[QUOTED]),
    Habit { count: (1, 2), ..other("asked too seldom to be judged", &[ASKS]) },
    Habit { count: (6, 14), ..other("asks every second time", &[ASKS, NEWS]) },
    Habit {
        count: (0, 0),
        owner_opens: 6,
        answers: (1.0, ASKS),
        ..other("asks back when the owner writes", &[ASKS])
    },
    Habit {
        answered: (0.5, Some(GIVES)),
        ..other("asks, and gives in the same talk", &[ASKS, KIND_THEN_ASKS])
    },
    other("mostly news, at times a request", &[NEWS, NEWS, SMALL_TALK, ASKS]),
];
