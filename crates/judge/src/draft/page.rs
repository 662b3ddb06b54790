//! A draft, read once for all rules.

use super::content::Content;
use super::{Draft, Finding, Recipient, Rule, SentIndex, Surroundings, relation};
use crate::balance;
use crate::text::{self, Parts};
use std::ops::Range;

/// A word as it is compared, and its place in the draft.
pub(super) type Word = (String, Range<usize>);

/// What every rule looks at.
pub(super) struct Page<'a> {
    pub(super) draft: &'a Draft<'a>,
    pub(super) around: &'a Surroundings,
    pub(super) sent: &'a SentIndex,
    pub(super) parts: Parts,
    /// The writer's own sentences, word by word.
    pub(super) sentences: Vec<Vec<Word>>,
    /// Sentences in which something is wanted of the reader.
    pub(super) asks: Vec<Range<usize>>,
    /// The rules that read English may speak.
    pub(super) english: bool,
    /// Whether its words are a letter's or a mailing's.
    pub(super) content: Content,
}

impl<'a> Page<'a> {
    pub(super) fn read(
        draft: &'a Draft<'a>,
        around: &'a Surroundings,
        sent: &'a SentIndex,
    ) -> Self {
        let parts = text::parts(draft.text);
        let own = draft.text.get(parts.body.clone()).unwrap_or_default();
        let places = text::own_sentences(draft.text);
        let sentences = places.iter().map(|at| words_of(draft.text, at)).collect();
        let mut page = Self {
            draft,
            around,
            sent,
            english: text::is_english(own),
            parts,
            sentences,
            asks: balance::asks(draft.text),
            content: Content::default(),
        };
        page.content = Content::read(draft, &page.parts, page.english, relation::shift(&page));
        page
    }

    /// The text at a place.
    pub(super) fn inside(&self, at: &Range<usize>) -> &'a str {
        self.draft.text.get(at.clone()).unwrap_or_default()
    }

    /// The text at a place, as it is quoted in a sentence: on one line.
    pub(super) fn quoted(&self, at: &Range<usize>) -> String {
        self.inside(at).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The words of the greeting.
    pub(super) fn greeting(&self) -> Vec<Word> {
        words_of(self.draft.text, &self.parts.greeting)
    }

    /// The writer's own words.
    pub(super) fn words(&self) -> impl Iterator<Item = &Word> {
        self.sentences.iter().flatten()
    }

    /// How many words the writer has said.
    pub(super) fn count(&self) -> usize {
        self.sentences.iter().map(Vec::len).sum()
    }

    /// It answers somebody.
    pub(super) fn is_reply(&self) -> bool {
        self.draft.answers.is_some()
    }

    /// Nobody it goes to has ever written back, and it answers nobody.
    pub(super) fn is_unsolicited(&self) -> bool {
        !self.is_reply() && !self.around.recipients.iter().any(has_written)
    }
}

/// They have written to the owner, or both have.
pub(super) fn has_written(recipient: &Recipient) -> bool {
    recipient.balance.two_way || recipient.last_in_at.is_some() || !recipient.their_last.is_empty()
}

/// What a recipient is called in a sentence.
pub(super) fn called(recipient: &Recipient) -> &str {
    match recipient.name.shown.as_str() {
        "" => "this reader",
        shown => shown,
    }
}

/// A finding about one place, or about none.
pub(super) fn finding(rule: Rule, span: Option<Range<usize>>, weight: f32, why: String) -> Finding {
    Finding {
        rule,
        span,
        more: Vec::new(),
        why,
        weight,
        evidence: Vec::new(),
        slots: Vec::new(),
        went: None,
    }
}

fn inside<'t>(text: &'t str, at: &Range<usize>) -> &'t str {
    text.get(at.clone()).unwrap_or_default()
}

fn words_of(text: &str, at: &Range<usize>) -> Vec<Word> {
    let words = text::folded_words(inside(text, at)).into_iter();
    words.map(|(word, place)| (word, place.start + at.start..place.end + at.start)).collect()
}
