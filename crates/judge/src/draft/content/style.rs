//! The named figures of a text: how long, how much of the writer and of the reader, how loud,
//! and which families of cues. All are shares, roots of shares or yes and no, so that a text
//! message and a newsletter can be compared. A signature is nobody's style and is not counted.

use super::marks::{Kind, Mark};
use crate::draft::pitch::{FAMILIES, Family};
use crate::hash::Table;
use crate::text::Parts;
use std::ops::Range;
use std::sync::LazyLock;

/// The names, in the order in which [`figures`] gives them; two more for each family of cues
/// follow (is there any, and how many).
pub(super) const NAMES: &[&str] = &[
    "length",
    "tiny",
    "short",
    "long",
    "me",
    "we",
    "you",
    "crowd",
    "me-at-all",
    "contractions",
    "link",
    "links",
    "addresses",
    "money",
    "percent",
    "figures",
    "exclaims",
    "questions",
    "capitals",
    "titles",
    "small-start",
    "drawn",
    "bullets",
    "picture",
    "lines",
    "gaps",
    "word-length",
    "greeted",
    "repeats",
    "families-two",
    "families-three",
    "family-share",
    "cold-two",
    "cold-three",
    "short-and-sold",
    "short-and-loud",
];

/// A text with fewer words is a message between telephones, or a line.
const SHORT: f32 = 40.0;

/// Whom a word means.
#[derive(Clone, Copy)]
enum Person {
    Me,
    We,
    You,
    Crowd,
}

static PERSONS: LazyLock<Table<&str, Person>> = LazyLock::new(|| {
    let lists = [(ME, Person::Me), (WE, Person::We), (YOU, Person::You), (CROWD, Person::Crowd)];
    lists.iter().flat_map(|(list, who)| list.iter().map(|word| (*word, *who))).collect()
});

const ME: &[&str] = &["i", "i'm", "i've", "i'd", "i'll", "me", "my", "mine", "myself"];
const WE: &[&str] = &["we", "we're", "we've", "we'd", "we'll", "us", "our", "ours", "ourselves"];
const YOU: &[&str] = &["you", "you're", "you've", "you'd", "you'll", "your", "yours", "u", "ur"];
const CROWD: &[&str] = &[
    "all",
    "everyone",
    "everybody",
    "team",
    "folks",
    "friends",
    "colleagues",
    "customers",
    "employees",
    "members",
    "subscribers",
];

/// What is counted over the words of a text.
#[derive(Default)]
struct Counts {
    words: f32,
    me: f32,
    we: f32,
    you: f32,
    crowd: f32,
    contracted: f32,
    figures: f32,
    capitals: f32,
    titles: f32,
    letters: f32,
    different: f32,
    links: f32,
    addresses: f32,
    gaps: f32,
    exclaims: f32,
    questions: f32,
    money: bool,
    percent: bool,
    drawn: bool,
}

/// The named figures of these marks and the cues found among them.
pub(super) fn figures(
    text: &str,
    parts: &Parts,
    marks: &[Mark],
    cues: &[(usize, Range<usize>)],
) -> Vec<f32> {
    let own = |mark: &&Mark| !mark.at.is_empty() && !parts.closing.contains(&mark.at.start);
    let own: Vec<&Mark> = marks.iter().filter(own).collect();
    let counts = count(text, &own);
    let n = counts.words.max(1.0);
    let share = |count: f32| (count / n).sqrt();
    let yes = |is: bool| f32::from(u8::from(is));
    let rows = rows(text, &own);
    let mut figures = vec![
        n.ln() / 6.0,
        yes(n < 8.0),
        yes(n < 30.0),
        yes(n > 150.0),
        share(counts.me),
        share(counts.we),
        share(counts.you),
        share(counts.crowd),
        yes(counts.me > 0.0),
        share(counts.contracted),
        yes(counts.links > 0.0),
        share(counts.links),
        share(counts.addresses),
        yes(counts.money),
        yes(counts.percent),
        share(counts.figures),
        share(counts.exclaims),
        share(counts.questions),
        share(counts.capitals),
        share(counts.titles),
        yes(starts_small(text, &own)),
        yes(counts.drawn),
        (rows.bullets / rows.all.max(1.0)).sqrt(),
        yes(own.iter().any(|mark| mark.word == "image")),
        (1.0 + rows.all).ln() / 5.0,
        share(counts.gaps),
        counts.letters / n / 6.0,
        yes(!parts.greeting.is_empty()),
        1.0 - counts.different / n,
    ];
    families(cues, &counts, &mut figures);
    figures
}

fn count(text: &str, marks: &[&Mark]) -> Counts {
    let mut counts = Counts::default();
    let mut seen: Table<&str, ()> = Table::default();
    let mut currency = false;
    for mark in marks {
        let word = mark.word.as_str();
        match mark.kind {
            Kind::Word | Kind::Figure => {
                counts.words += 1.0;
                counts.letters += word.chars().count() as f32;
                counts.figures += f32::from(u8::from(mark.kind == Kind::Figure));
                counts.money |= currency && mark.kind == Kind::Figure;
                counts.contracted += f32::from(u8::from(word.contains('\'')));
                counts.different += f32::from(u8::from(seen.insert(word, ()).is_none()));
                shape(text.get(mark.at.clone()).unwrap_or_default(), &mut counts);
                persons(word, &mut counts);
            }
            Kind::Link => counts.links += 1.0,
            Kind::Address => counts.addresses += 1.0,
            Kind::Gap => counts.gaps += 1.0,
            Kind::Sign => match word {
                "!" => counts.exclaims += (mark.at.len() as f32).max(1.0),
                "?" => counts.questions += 1.0,
                "%" => counts.percent = true,
                "===" => counts.drawn = true,
                _ => {}
            },
            Kind::Stop => {}
        }
        currency = matches!(word, "$" | "£" | "€");
    }
    counts
}

fn persons(word: &str, counts: &mut Counts) {
    match PERSONS.get(word) {
        Some(Person::Me) => counts.me += 1.0,
        Some(Person::We) => counts.we += 1.0,
        Some(Person::You) => counts.you += 1.0,
        Some(Person::Crowd) => counts.crowd += 1.0,
        None => {}
    }
}

/// Capitals throughout, or at the beginning.
fn shape(word: &str, counts: &mut Counts) {
    let mut letters = word.chars();
    if letters.next().is_some_and(char::is_uppercase) {
        if word.len() > 2 && word.chars().all(char::is_uppercase) {
            counts.capitals += 1.0;
        } else if letters.any(char::is_lowercase) {
            counts.titles += 1.0;
        }
    }
}

fn starts_small(text: &str, marks: &[&Mark]) -> bool {
    let first = marks.iter().find(|mark| matches!(mark.kind, Kind::Word | Kind::Figure));
    let first = first.and_then(|mark| text.get(mark.at.clone()));
    first.and_then(|word| word.chars().next()).is_some_and(char::is_lowercase)
}

struct Rows {
    all: f32,
    bullets: f32,
}

/// The lines that are read, and how many of them are listed.
fn rows(text: &str, marks: &[&Mark]) -> Rows {
    let mut rows = Rows { all: 0.0, bullets: 0.0 };
    let (Some(first), Some(last)) = (marks.first(), marks.last()) else {
        return rows;
    };
    let read = text.get(first.at.start..last.at.end.max(first.at.start)).unwrap_or_default();
    for line in read.lines().map(str::trim_start).filter(|line| !line.is_empty()) {
        rows.all += 1.0;
        let mut chars = line.chars();
        let head = chars.next();
        let mut tail = chars.skip_while(|c| c.is_ascii_digit());
        let listed = match head {
            Some('-' | '*' | '•' | 'o') => line.chars().nth(1).is_some_and(char::is_whitespace),
            Some(c) if c.is_ascii_digit() => matches!(tail.next(), Some('.' | ')')),
            _ => false,
        };
        rows.bullets += f32::from(u8::from(listed));
    }
    rows
}

/// How many families meet, and how often each speaks.
fn families(cues: &[(usize, Range<usize>)], counts: &Counts, figures: &mut Vec<f32>) {
    let words = counts.words.max(1.0);
    let mut spoken_counts = vec![0.0_f32; FAMILIES.len()];
    for (family, _) in cues {
        if let Some(count) = spoken_counts.get_mut(*family) {
            *count += 1.0;
        }
    }
    let spoken = |wanted: &dyn Fn(&Family) -> bool| {
        let both = FAMILIES.iter().zip(&spoken_counts);
        both.filter(|(family, count)| wanted(family) && **count > 0.0).count()
    };
    let all = spoken(&|family| family.sells);
    let cold = spoken(&|family| family.cold);
    let told: f32 =
        FAMILIES.iter().zip(&spoken_counts).filter(|(f, _)| f.sells).map(|(_, n)| n.min(5.0)).sum();
    let yes = |is: bool| f32::from(u8::from(is));
    figures.extend([yes(all >= 2), yes(all >= 3), (told / words).sqrt()]);
    figures.extend([yes(cold >= 2), yes(cold >= 3)]);
    let short = counts.words < SHORT;
    let loud = counts.money || counts.figures >= 2.0 && counts.capitals + counts.exclaims > 0.0;
    let sold = spoken(&|family| family.sells && !family.cold) > 0;
    figures.extend([yes(short && sold), yes(short && loud)]);
    for count in spoken_counts {
        figures.extend([yes(count > 0.0), (count.min(10.0) / words).sqrt()]);
    }
}
