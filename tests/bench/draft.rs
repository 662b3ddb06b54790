//! How long the judgement of a finished draft takes against much that was sent, how early a
//! campaign is known, and what the index costs.

use std::convert::Infallible;
use std::time::Instant;

use judge::draft::{Others, Recipient, Surroundings};
use model::{ContactId, Moment, Name, NoteKind};

use crate::Outcome;
use crate::ground::Ground;
use crate::sent::{Desk, uid};
use crate::table::{Column, Table};
use support::dice::Dice;
use support::made::mailbox::{Scribe, Shape};
use support::made::people::Person;

/// Words of a finished draft.
const WORDS: usize = 150;
/// A campaign's letter is taken for a finished draft if it is this much longer or shorter.
const NEAR: usize = 30;
/// Drafts of each sort.
const DRAFTS: usize = 500;
/// Drafts that are typed letter by letter.
const TYPED: usize = 10;

pub(crate) fn measure(ground: &mut Ground, table: &mut Table) -> Outcome {
    let people = Ground::people(5_000);
    for letters in ground.size(&[10_000, 100_000, 1_000_000][..], &[10_000][..]) {
        let shape = Shape { letters: *letters, sent: 1.0, campaigns: 0.3, words: 90.0 };
        let mut column = table.column("draft", format!("{letters} sent"));
        against(&mut Scribe::new(4, &people, shape), &people, &mut column)?;
    }
    Ok(())
}

fn against(scribe: &mut Scribe<'_>, people: &[Person], column: &mut Column<'_>) -> Outcome {
    let desk = indexed(scribe, people, column);
    let around: Vec<Surroundings> =
        (0..20).filter_map(|with| Some(surroundings(with, people.get(with)?, people))).collect();
    let campaigns = finished(scribe, around.len());
    let to = (0..around.len()).cycle();
    let own: Vec<String> =
        to.clone().take(DRAFTS).map(|with| scribe.own_text_of(WORDS, with)).collect();
    for (what, texts) in [("a campaign once more", &campaigns), ("a letter of its own", &own)] {
        let drafts = || texts.iter().zip(to.clone());
        column.time(&format!("{what}, re-used text"), drafts(), |(text, _)| {
            Ok::<_, Infallible>(desk.likest(text))
        })?;
        column.time(
            &format!("{what}, every rule"),
            texts.iter().zip(around.iter().cycle()),
            |(text, around)| Ok::<_, Infallible>(desk.check(text, around)),
        )?;
    }
    by_key(&desk, &campaigns, &around, column)?;
    scanned(desk.letters(), column)?;
    found(scribe, &desk, &own, column);
    Ok(())
}

/// Texts typed letter by letter, checked at each key.
fn by_key(
    desk: &Desk,
    texts: &[String],
    around: &[Surroundings],
    column: &mut Column<'_>,
) -> Outcome {
    let keys = || {
        texts.iter().zip(around.iter().cycle()).take(TYPED).flat_map(|(text, around)| {
            let ends = text.char_indices().map(|(at, letter)| at + letter.len_utf8());
            ends.filter_map(move |end| Some((text.get(..end)?, around)))
        })
    };
    column
        .time("a key, re-used text", keys(), |(text, _)| Ok::<_, Infallible>(desk.likest(text)))?;
    column.time("a key, every rule", keys(), |(text, around)| {
        Ok::<_, Infallible>(desk.check(text, around))
    })
}

/// What it takes to walk over one hash of 64 bits a letter. Whoever compares by counting bits has
/// to read them all and does more with each than adding it up: no such scan is faster than this.
fn scanned(letters: usize, column: &mut Column<'_>) -> Outcome {
    let mut dice = Dice::new(41);
    let hashes: Vec<u64> = (0..letters).map(|_| dice.roll()).collect();
    column.time("as many hashes read once", 0..DRAFTS, |_| {
        let sum =
            std::hint::black_box(&hashes).iter().fold(0, |sum: u64, it| sum.wrapping_add(*it));
        Ok::<_, Infallible>(std::hint::black_box(sum))
    })
}

/// The index, and what it took to make and takes to hold.
fn indexed(scribe: &mut Scribe<'_>, people: &[Person], column: &mut Column<'_>) -> Desk {
    let sent = scribe.sent();
    let letters = sent.len().max(1) as f64;
    let start = Instant::now();
    let desk = Desk::of(sent, people);
    column.add("index made, a letter", "µs", &[start.elapsed().as_secs_f64() * 1e6 / letters]);
    column.add("index held, a letter", "bytes", &[desk.bytes() as f64 / letters]);
    desk
}

/// Letters of campaigns, about as long as a finished draft.
fn finished(scribe: &Scribe<'_>, people: usize) -> Vec<String> {
    let words = |campaign| scribe.letter_of(campaign, 0).split_whitespace().count();
    let near = |campaign: &usize| words(*campaign).abs_diff(WORDS) <= NEAR;
    let campaigns: Vec<usize> = scribe.campaigns().filter(near).take(DRAFTS).collect();
    let letters = campaigns.iter().cycle().zip((0..people).cycle());
    letters.take(DRAFTS).map(|(campaign, with)| scribe.letter_of(*campaign, with)).collect()
}

/// How many campaigns are known, whole and half typed, and how many own letters are taken for
/// one.
fn found(scribe: &Scribe<'_>, desk: &Desk, own: &[String], column: &mut Column<'_>) {
    let all: Vec<usize> = scribe.campaigns().collect();
    let step = (all.len() / DRAFTS).max(1);
    let some: Vec<usize> = all.into_iter().step_by(step).collect();
    let share = |typed: fn(&str) -> &str| {
        let known = some.iter().filter(|campaign| {
            let text = scribe.letter_of(**campaign, 0);
            let likest = desk.likest(typed(&text));
            likest.is_some_and(|likest| likest.campaign == Some(**campaign))
        });
        known.count() as f64 * 100.0 / some.len().max(1) as f64
    };
    column.add("campaigns found", "%", &[share(|text| text)]);
    column.add("  with half of the text typed", "%", &[share(half)]);
    let mistaken = own.iter().filter(|text| desk.likest(text).is_some()).count();
    column.add(
        "own letters taken for one",
        "%",
        &[mistaken as f64 * 100.0 / own.len().max(1) as f64],
    );
}

/// As it stands when half of it is typed.
fn half(text: &str) -> &str {
    text.get(..text.floor_char_boundary(text.len() / 2)).unwrap_or(text)
}

/// What a desk knows of somebody to whom a draft goes.
fn surroundings(number: usize, to: &Person, people: &[Person]) -> Surroundings {
    let name = Name::from_parts(&to.first, &to.last);
    let letter = format!("Hi Mara, the harbour is open again and {} has moved there.", to.company);
    let recipient = Recipient {
        organisations: vec![to.company.clone()],
        title: "Head of the river office".to_owned(),
        notes: vec![
            (NoteKind::Interest, "restores bridges by hand".to_owned()),
            (NoteKind::Work, format!("runs the winter market for {}", to.company)),
        ],
        their_last: vec![letter; 3],
        last_in_at: Some(Moment::from_millis(1_700_000_000_000, None)),
        ..Recipient::unknown(ContactId(uid(number)), name)
    };
    let others = people.iter().filter(|it| it.email != to.email);
    let names: Vec<String> = others.clone().map(Person::name).collect();
    Surroundings {
        owner_names: vec!["Mara Winter".to_owned(), "Mara".to_owned()],
        recipients: vec![recipient],
        others: Others::new(names.iter().map(String::as_str), others.map(|it| it.company.as_str())),
        now: Some(Moment::from_millis(1_760_000_000_000, None)),
        ..Surroundings::default()
    }
}
