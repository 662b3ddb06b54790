//! The places of a text that weigh most for a mailing: cues where families of cues meet, else
//! the runs of words that the model minds most.

use super::{PAIR, Reading, told};
use crate::draft::content::marks::{Kind, Mark};
use crate::draft::content::style;
use crate::fitted::Model;
use crate::hash;
use std::ops::Range;

/// A run that is cited has at most this many marks: enough to be recognised, no paragraph.
const LONGEST: usize = 12;
/// So many of the weightiest are tried: what would be said if they were not there?
const TRIED: usize = 3;
/// More places than this nobody reads.
const SHOWN: usize = 8;

/// A place and what it weighs.
type Weighed = (f32, Range<usize>);

/// The weightiest first: the one without which the text would be least like a mailing.
pub(super) fn places(
    reading: &Reading,
    model: &Model,
    score: &dyn Fn(&Reading) -> f32,
) -> Vec<Range<usize>> {
    let each = each(reading, model);
    let whole = score(reading);
    let first = |places: &mut Vec<Range<usize>>| {
        let drop = |at: &Range<usize>| whole - score(&reading.without(at));
        let tried = places.iter().take(TRIED).enumerate().map(|(place, at)| (place, drop(at)));
        let best = tried.reduce(|a, b| if b.1 > a.1 { b } else { a });
        let (place, drop) = best.unwrap_or((0, 0.0));
        if let Some(head) = places.get_mut(..=place) {
            head.rotate_right(1);
        }
        drop
    };
    if reading.sells() {
        let mut told = apart(cues(reading, model, &each));
        if first(&mut told) > 0.0 {
            return told;
        }
    }
    let mut told = apart(runs(&each));
    first(&mut told);
    told
}

/// The weightiest of these, none on top of another.
fn apart(mut weighed: Vec<Weighed>) -> Vec<Range<usize>> {
    weighed.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.start.cmp(&b.1.start)));
    let mut places: Vec<Range<usize>> = Vec::new();
    for (_, at) in weighed {
        let apart = places.iter().all(|held| held.end <= at.start || at.end <= held.start);
        if apart && places.len() < SHOWN {
            places.push(at);
        }
    }
    places
}

/// What each mark adds: its own gram, and half of each pair it stands in.
fn each<'r>(reading: &'r Reading, model: &Model) -> Vec<(f32, &'r Mark)> {
    let hashes = reading.hashes();
    let pair = |at: usize| {
        let pair = hashes.get(at..at + 2);
        pair.map_or(0.0, |pair| model.weight(hash::low(hash::run(PAIR, pair))))
    };
    let read = reading.marks.iter().filter(|mark| mark.kind != Kind::Stop);
    let value = 1.0 / (hashes.len() as f32 * 2.0).sqrt();
    read.enumerate()
        .map(|(at, mark)| {
            let alone = model.weight(mark.hash);
            (value * (alone + 0.5 * (pair(at) + pair(at + 1))), mark)
        })
        .collect()
}

/// Every cue that may be told: what its words add, and what its family does.
fn cues(reading: &Reading, model: &Model, each: &[(f32, &Mark)]) -> Vec<Weighed> {
    let selling = reading.cues.iter().filter(|(family, at)| told(*family) && !at.is_empty());
    selling
        .map(|(family, at)| {
            let inside = each.iter().filter(|(_, m)| at.start <= m.at.start && m.at.end <= at.end);
            let words: f32 = inside.map(|(weight, _)| weight).sum();
            (words + model.named_weight(style::NAMES.len() + 2 * family), at.clone())
        })
        .collect()
}

/// Runs of marks, none across a blank line, whose weights sum up highest.
fn runs(each: &[(f32, &Mark)]) -> Vec<Weighed> {
    let mut found = Vec::new();
    for said in each.split(|(_, mark)| mark.kind == Kind::Gap || mark.at.is_empty()) {
        for (start, (_, first)) in said.iter().enumerate() {
            let mut sum = 0.0;
            let mut best: Option<Weighed> = None;
            for (weight, last) in said.iter().skip(start).take(LONGEST) {
                sum += weight;
                if sum > best.as_ref().map_or(0.0, |best| best.0) {
                    best = Some((sum, first.at.start..last.at.end));
                }
            }
            found.extend(best);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::draft::Verdict;
    use crate::draft::tests::{Desk, ada, to};

    const PITCH: &str = "We help companies like yours fill their halls. I came across your \
        website and was impressed by your programme. Worth a quick call next week?";

    #[test]
    fn without_the_first_place_it_weighs_less() {
        let desk = Desk::with_sent([]);
        let said = desk.check(&to([ada()]), PITCH);
        assert!(said.verdict > Verdict::Clear);
        let place = said.findings[0].span.clone().unwrap();
        let less = PITCH.replacen(PITCH.get(place).unwrap(), "", 1);
        assert!(desk.check(&to([ada()]), &less).weight < said.weight);
    }
}
