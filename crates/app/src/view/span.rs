//! Places in a text, as the window counts: in UTF-16 units.

use serde::{Deserialize, Serialize};
use specta::Type;
use std::ops::Range;

/// A place in a text: from and to, in UTF-16 units, written `[from, to]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Span(pub u32, pub u32);

impl Span {
    /// Turns bytes of `text` into UTF-16 units; places beyond the text are its end.
    pub fn of(text: &str, bytes: &Range<usize>) -> Self {
        let units = |to: usize| {
            // Most places have nothing but ASCII before them; many are asked for at once.
            if let Some(before) = text.get(..to).filter(|before| before.is_ascii()) {
                return u32::try_from(before.len()).unwrap_or(u32::MAX);
            }
            let units: usize = text
                .char_indices()
                .take_while(|(at, _)| *at < to)
                .map(|(_, c)| c.len_utf16())
                .sum();
            u32::try_from(units).unwrap_or(u32::MAX)
        };
        Self(units(bytes.start), units(bytes.end))
    }

    /// Back to bytes of `text`, on the borders of characters.
    pub fn bytes_of(self, text: &str) -> Range<usize> {
        let byte = |units: u32| {
            let mut seen = 0;
            let found = text.char_indices().find(|(_, c)| {
                let here = seen;
                seen += u32::try_from(c.len_utf16()).unwrap_or(1);
                here >= units
            });
            found.map_or(text.len(), |(at, _)| at)
        };
        let (from, to) = (byte(self.0), byte(self.1));
        from..to.max(from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_emoji_is_two_units_and_four_bytes() {
        assert_eq!(Span::of("a😀b", &(5..6)), Span(3, 4));
        assert_eq!(Span::of("ab", &(0..99)), Span(0, 2));
        assert_eq!(Span(3, 4).bytes_of("a😀b"), 5..6);
        assert_eq!(Span(9, 2).bytes_of("ab"), 2..2);
    }
}
