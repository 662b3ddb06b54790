//! Another contact's name or organisation where the reader's should stand.

use crate::draft::Recipient;
use crate::draft::page::Page;
use model::likeness::fold;
use std::ops::Range;

/// Short forms, each line one name.
const SHORT_FORMS: &[&[&str]] = &[
    &["alexander", "alexandra", "alex", "sandy", "sasha", "lex"],
    &["andrew", "andy", "drew"],
    &["anthony", "tony"],
    &["benjamin", "ben"],
    &["catherine", "katherine", "kathryn", "kate", "katie", "kathy", "cathy", "kat"],
    &["charles", "charlie", "chuck"],
    &["christopher", "christine", "christina", "chris", "kris", "tina"],
    &["daniel", "danielle", "dan", "danny"],
    &["david", "dave"],
    &["deborah", "debbie", "deb"],
    &["donald", "don"],
    &["edward", "ed", "eddie", "ted", "ned"],
    &["elizabeth", "liz", "beth", "betty", "lisa", "eliza", "lizzie"],
    &["frederick", "fred", "frederic"],
    &["gregory", "greg"],
    &["henry", "harry", "hank"],
    &["jacob", "jake", "jack"],
    &["james", "jim", "jimmy", "jamie"],
    &["jennifer", "jen", "jenny"],
    &["john", "jack", "johnny", "jon", "jonathan"],
    &["joseph", "joe", "josephine", "jo"],
    &["joshua", "josh"],
    &["kenneth", "ken", "kenny"],
    &["lawrence", "larry"],
    &["margaret", "maggie", "meg", "peggy", "greta"],
    &["matthew", "matt"],
    &["michael", "mike", "mick", "michelle"],
    &["nicholas", "nick", "nicole", "nico"],
    &["pamela", "pam"],
    &["patrick", "patricia", "pat", "paddy", "trish", "tricia"],
    &["peter", "pete"],
    &["rebecca", "becky", "becca"],
    &["richard", "rick", "dick", "rich", "ricky"],
    &["robert", "bob", "rob", "bobby", "robbie"],
    &["ronald", "ron"],
    &["samuel", "samantha", "sam"],
    &["stephen", "steven", "steve", "stephanie", "steph"],
    &["susan", "sue", "suzanne", "susie"],
    &["theodore", "theo", "ted", "teddy"],
    &["thomas", "tom", "tommy"],
    &["timothy", "tim"],
    &["victoria", "vicky", "tori"],
    &["william", "bill", "will", "billy", "liam"],
];

/// What stands before the name of somebody's organisation.
const BEFORE: &[&str] = &["at", "with", "for", "from", "join", "of"];
/// Within so many words before it, the reader has to be spoken to.
const NEAR: usize = 5;
const YOU: &[&str] = &["you", "your", "you're", "you've", "yours"];

/// The name in the greeting that is another contact's and no recipient's.
pub(super) fn in_greeting(page: &Page<'_>) -> Option<Range<usize>> {
    let readers = &page.around.recipients;
    if readers.is_empty() {
        return None;
    }
    let words = page.greeting();
    // "Hi Ada and Bea" is right as soon as one of the names is.
    if words.iter().any(|(word, _)| readers.iter().any(|reader| is_called(reader, word))) {
        return None;
    }
    let spoken = words.into_iter().skip(1);
    let mut named = spoken.filter(|(_, at)| page.inside(at).starts_with(char::is_uppercase));
    named.find(|(word, _)| page.around.others.is_first_name(word)).map(|(_, at)| at)
}

/// The organisation of another contact said to be the reader's, and the reader's own.
pub(super) fn organisation<'p>(page: &'p Page<'_>) -> Option<(Range<usize>, &'p str)> {
    let [reader] = page.around.recipients.as_slice() else {
        return None;
    };
    let theirs = reader.organisations.first()?;
    let own = reader.organisations.iter().chain(&page.around.owner_organisations);
    let own: Vec<String> = own.map(|name| fold(name)).collect();
    for sentence in &page.sentences {
        for (at, (word, _)) in sentence.iter().enumerate() {
            let before = sentence.get(at.saturating_sub(NEAR)..at).unwrap_or_default();
            let to_them = before.iter().any(|(word, _)| YOU.contains(&word.as_str()));
            if !to_them || !BEFORE.contains(&word.as_str()) {
                continue;
            }
            let ahead = sentence.get(at + 1..).unwrap_or_default();
            let first = ahead.first().map_or("", |(word, _)| word.as_str());
            let mut others = page.around.others.organisations(first).iter();
            let span = others.find_map(|other| {
                (!own.contains(other)).then(|| begins_with(page, ahead, other)).flatten()
            });
            if let Some(span) = span {
                return Some((span, theirs));
            }
        }
    }
    None
}

/// Where the words ahead are the organisation's folded name, with its capital.
fn begins_with(
    page: &Page<'_>,
    ahead: &[(String, Range<usize>)],
    name: &str,
) -> Option<Range<usize>> {
    let count = name.split(' ').count();
    let (first, last) = (ahead.first()?, ahead.get(count.checked_sub(1)?)?);
    let span = first.1.start..last.1.end;
    let said = page.inside(&span);
    (fold(said) == name && said.starts_with(char::is_uppercase)).then_some(span)
}

/// A word that this reader goes by: a part of the name, its beginning, a short form, or a
/// slip of the finger away from one.
fn is_called(reader: &Recipient, word: &str) -> bool {
    let word = fold(word);
    let name = &reader.name;
    let all = [&name.shown, &name.given, &name.middle, &name.family, &name.nickname];
    let parts = all.map(|part| fold(part)).join(" ");
    parts.split(' ').filter(|part| !part.is_empty()).any(|part| {
        let begins = word.len() >= 2
            && (part.starts_with(&word) || word.starts_with(part))
            && part.len() >= 2;
        let short =
            SHORT_FORMS.iter().any(|line| line.contains(&part) && line.contains(&word.as_str()));
        let slip = part.len() >= 4 && strsim::damerau_levenshtein(part, &word) <= 1;
        part == word || begins || short || slip
    })
}
