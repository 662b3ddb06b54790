//! Names with a slip of the pen: where no contact has a word that begins as it was typed, the
//! words that are nearest to it stand in.

use crate::{Fault, Reader};
use model::likeness;

/// So many near words are tried at most.
const NEAR: usize = 12;

impl Reader<'_> {
    /// The words, each that nobody has replaced by the near ones that somebody has; nothing where
    /// none is replaced, or nothing is near.
    pub(super) fn nearest(&self, words: &[String]) -> Result<Vec<Vec<String>>, Fault> {
        let mut choices = Vec::new();
        let mut slipped = false;
        for word in words {
            if self.somebody_has(word)? {
                choices.push(vec![word.clone()]);
                continue;
            }
            slipped = true;
            let near = self.near(word)?;
            if near.is_empty() {
                return Ok(Vec::new());
            }
            choices.push(near);
        }
        Ok(if slipped { choices } else { Vec::new() })
    }

    fn somebody_has(&self, word: &str) -> Result<bool, Fault> {
        Ok(self.db().prepare_cached(include_str!("somebody_has.sql"))?.exists([word])?)
    }

    /// Words that are one slip away, or two where the word is long; the first letter is right.
    fn near(&self, word: &str) -> Result<Vec<String>, Fault> {
        let most = likeness::slips_allowed(word);
        let Some(first) = word.chars().next().filter(|_| most > 0) else {
            return Ok(Vec::new());
        };
        let mut ask = self.db().prepare_cached(include_str!("words_from.sql"))?;
        let mut rows = ask.query([first.to_string()])?;
        let mut near = Vec::new();
        while let Some(row) = rows.next()? {
            let known = row.get_ref(0)?.as_str().unwrap_or_default();
            let slips = likeness::slips(word, known);
            if slips <= most {
                near.push((slips, known.to_owned()));
            }
        }
        near.sort();
        Ok(near.into_iter().take(NEAR).map(|(_, word)| word).collect())
    }
}
