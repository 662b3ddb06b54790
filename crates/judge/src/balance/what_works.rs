//! Which of the owner's own openings are answered, sort by sort: what works for this owner
//! and not for people in general.
//!
//! Only messages with which the owner opened a conversation count: an answer to an answer is
//! owed by nobody. What was sent lately and is not answered yet is left out, because it still
//! may be.

use super::interval;
use chrono::TimeDelta;
use model::{InteractionId, Moment};

/// An unanswered message counts as such after so many days.
const PATIENCE_DAYS: i64 = 14;
/// Fewer say nothing.
const ENOUGH: u32 = 10;
/// A short message has fewer words than this …
const MEDIUM: usize = 50;
/// … a long one as many as this or more.
const LONG: usize = 150;

/// An opening that the owner sent to somebody.
#[derive(Clone, Debug)]
pub struct Sent {
    /// Which message.
    pub interaction: InteractionId,
    /// When.
    pub moment: Moment,
    /// Words of the owner's own.
    pub words: usize,
    /// It asks for something.
    pub asks: bool,
    /// It gives something.
    pub gives: bool,
    /// Nothing had passed between them before.
    pub first: bool,
    /// It takes up something that is known of them.
    pub about_them: bool,
    /// They answered.
    pub answered: bool,
}

/// A sort of opening.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// All of them.
    Any,
    /// Under 50 words.
    Short,
    /// 50 to 149 words.
    Medium,
    /// 150 words and more.
    Long,
    /// With a request.
    Asks,
    /// With something given, and no request.
    Gives,
    /// Neither asking nor giving.
    Neither,
    /// To somebody with whom nothing had passed before.
    First,
    /// To somebody known.
    Known,
    /// Taking up something that is known of them.
    AboutThem,
    /// Taking up nothing that is known of them.
    NotAboutThem,
}

impl Sort {
    /// Every sort, in the order in which they are shown.
    pub const ALL: [Self; 11] = [
        Self::Any,
        Self::Short,
        Self::Medium,
        Self::Long,
        Self::Asks,
        Self::Gives,
        Self::Neither,
        Self::First,
        Self::Known,
        Self::AboutThem,
        Self::NotAboutThem,
    ];

    /// Its word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Any => "any",
            Self::Short => "short",
            Self::Medium => "medium",
            Self::Long => "long",
            Self::Asks => "asks",
            Self::Gives => "gives",
            Self::Neither => "neither",
            Self::First => "first",
            Self::Known => "known",
            Self::AboutThem => "about-them",
            Self::NotAboutThem => "not-about-them",
        }
    }

    /// The sort of this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.word() == word)
    }

    /// Whether an opening is of this sort.
    pub fn fits(self, sent: &Sent) -> bool {
        match self {
            Self::Any => true,
            Self::Short => sent.words < MEDIUM,
            Self::Medium => (MEDIUM..LONG).contains(&sent.words),
            Self::Long => sent.words >= LONG,
            Self::Asks => sent.asks,
            Self::Gives => sent.gives && !sent.asks,
            Self::Neither => !sent.gives && !sent.asks,
            Self::First => sent.first,
            Self::Known => !sent.first,
            Self::AboutThem => sent.about_them,
            Self::NotAboutThem => !sent.about_them,
        }
    }
}

/// How often a sort of opening is answered.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rate {
    /// Which sort.
    pub sort: Sort,
    /// How many were sent and had their time.
    pub sent: u32,
    /// How many of them were answered.
    pub answered: u32,
    /// Between these the true share lies, at 95 % (Wilson); nothing below ten.
    pub between: Option<(f64, f64)>,
}

/// The openings that had their time by `now`.
pub fn settled(sent: &[Sent], now: Moment) -> impl Iterator<Item = &Sent> {
    let since = TimeDelta::days(PATIENCE_DAYS);
    sent.iter().filter(move |it| it.answered || now.at - it.moment.at >= since)
}

/// How often the owner's openings are answered, sort by sort.
pub fn rates(sent: &[Sent], now: Moment) -> Vec<Rate> {
    let rate = |sort: Sort| {
        let (mut all, mut answered) = (0, 0);
        for one in settled(sent, now).filter(|one| sort.fits(one)) {
            all += 1;
            answered += u32::from(one.answered);
        }
        let between = (all >= ENOUGH).then(|| interval::between(answered, all));
        Rate { sort, sent: all, answered, between }
    };
    Sort::ALL.into_iter().map(rate).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::Uid;

    const NOW: i64 = 1_705_276_800_000;

    fn sent(days_ago: i64, words: usize, answered: bool) -> Sent {
        Sent {
            interaction: InteractionId(Uid::derived(&[&days_ago.to_le_bytes()])),
            moment: Moment::from_millis(NOW - days_ago * 86_400_000, None),
            words,
            asks: false,
            gives: false,
            first: false,
            about_them: false,
            answered,
        }
    }

    fn rate(sort: Sort, sent: &[Sent]) -> Rate {
        let rates = rates(sent, Moment::from_millis(NOW, None));
        rates.into_iter().find(|rate| rate.sort == sort).unwrap()
    }

    #[test]
    fn ten_are_needed_before_a_share_is_said() {
        let nine: Vec<Sent> = (20..29).map(|day| sent(day, 20, day % 2 == 0)).collect();
        assert_eq!(rate(Sort::Short, &nine).between, None);
        assert_eq!(rate(Sort::Short, &nine).sent, 9);
        let ten: Vec<Sent> = (20..30).map(|day| sent(day, 20, day % 2 == 0)).collect();
        let short = rate(Sort::Short, &ten);
        assert_eq!((short.sent, short.answered), (10, 5));
        let (from, to) = short.between.unwrap();
        assert!(from > 0.23 && from < 0.24 && to > 0.76 && to < 0.77, "{from} {to}");
    }

    #[test]
    fn what_still_may_be_answered_does_not_count_against() {
        let lately = [sent(2, 20, false), sent(3, 20, true), sent(40, 20, false)];
        let any = rate(Sort::Any, &lately);
        assert_eq!((any.sent, any.answered), (2, 1));
    }

    #[test]
    fn every_opening_is_of_one_sort_in_each_question() {
        let all = [
            sent(40, 0, false),
            sent(41, 49, false),
            sent(42, 50, false),
            sent(43, 149, true),
            sent(44, 150, true),
            Sent { asks: true, gives: true, ..sent(45, 9, true) },
            Sent { gives: true, first: true, about_them: true, ..sent(46, 9, true) },
        ];
        let questions: [&[Sort]; 4] = [
            &[Sort::Short, Sort::Medium, Sort::Long],
            &[Sort::Asks, Sort::Gives, Sort::Neither],
            &[Sort::First, Sort::Known],
            &[Sort::AboutThem, Sort::NotAboutThem],
        ];
        for sorts in questions {
            let sum: u32 = sorts.iter().map(|sort| rate(*sort, &all).sent).sum();
            assert_eq!(sum, 7, "{sorts:?}");
        }
        assert_eq!(rate(Sort::Medium, &all).sent, 2);
    }

    #[test]
    fn a_sort_is_found_by_its_word() {
        for sort in Sort::ALL {
            assert_eq!(Sort::from_word(sort.word()), Some(sort));
        }
    }
}
