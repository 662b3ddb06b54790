//! How much a word says: rare words tell which text it is, common ones are in every text.
//!
//! The figures are document frequencies of words in the labelled collections, by hash, as a
//! share of what the rarest words weigh (inverse document frequency, Spärck Jones 1972).

use super::mask::{ADDRESS, FIGURE, NAME};
use crate::fitted::Model;
use std::sync::LazyLock;

/// What stands for a name, an address, a figure says little: it differs from copy to copy.
const MASKED: f32 = 0.1;
/// A word that is in nearly every text still says something.
const LEAST: f32 = 0.03;

/// What common words lack of the weight of a rare one, by bucket.
static COMMON: LazyLock<Option<Model>> =
    LazyLock::new(|| Model::read(include_str!("../../../figures/rarity.txt"), &[]).ok());

/// What a masked word weighs, 0 to 1.
pub(super) fn rarity(token: u32) -> f32 {
    match token {
        NAME | ADDRESS | FIGURE => MASKED,
        word => {
            let common = COMMON.as_ref().map_or(0.0, |model| model.weight(word));
            (1.0 - common).max(LEAST)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hash::word;

    #[test]
    fn the_figures_can_be_read() {
        assert!(COMMON.is_some());
    }

    #[test]
    fn a_rare_word_says_more_than_a_common_one_and_a_name_hardly_anything() {
        assert!(rarity(word("granary")) > 0.9);
        assert!(rarity(word("please")) < 0.5);
        assert!(rarity(word("the")) < 0.1);
        assert!(rarity(NAME) < 0.2);
    }
}
