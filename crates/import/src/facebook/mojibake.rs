//! Meta's exports write every byte of a text's UTF-8 as a character by itself: `é` stands there
//! as `\u00c3\u00a9`.

/// The text as it was written, spaces around it taken off. (Not before: a byte that looks like a
/// space may be the end of a character.) One that holds a character beyond a byte, or whose bytes
/// are no UTF-8, was never spoiled and stays as it is.
pub(super) fn mended(text: &str) -> String {
    if text.is_ascii() {
        return text.trim().to_owned();
    }
    let bytes: Option<Vec<u8>> = text.chars().map(|c| u8::try_from(u32::from(c)).ok()).collect();
    let mended = bytes.and_then(|bytes| String::from_utf8(bytes).ok());
    mended.as_deref().unwrap_or(text).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn spoiled_text_is_mended() {
        assert_eq!(mended("Zo\u{c3}\u{ab}"), "Zoë");
        assert_eq!(mended("\u{f0}\u{9f}\u{98}\u{ad}"), "😭");
        assert_eq!(mended(" \u{f0}\u{9f}\u{8c}\u{85} "), "🌅");
    }

    #[test]
    fn text_that_was_never_spoiled_stays() {
        for text in ["plain", "Zoë", "“quoted” Zo\u{c3}\u{ab}", "\u{c3}", "日本"] {
            assert_eq!(mended(text), text);
        }
    }

    proptest! {
        #[test]
        fn whatever_is_spoiled_comes_back(text: String) {
            let spoiled: String = text.bytes().map(char::from).collect();
            prop_assert_eq!(mended(&spoiled), text.trim());
        }
    }
}
