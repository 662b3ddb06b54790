//! A message's content as text: some are HTML, some carry a tag or an entity, most are plain.

use crate::mail::html;

/// Tags that people do not type by chance.
const TAGS: &[&str] = &[
    "p",
    "br",
    "br/",
    "a",
    "b",
    "i",
    "u",
    "em",
    "strong",
    "span",
    "div",
    "ul",
    "ol",
    "li",
    "h1",
    "h2",
    "h3",
    "img",
    "table",
    "tr",
    "td",
    "blockquote",
];
/// Those of them that make their own line breaks.
const BLOCKS: &[&str] = &["p", "br", "br/", "div", "ul", "ol", "li", "table", "blockquote"];

/// The words, without tags and entities. Text that only looks like a tag, as in "I <3 this",
/// stays.
pub(super) fn plain(content: &str) -> String {
    if tags(content).any(|tag| BLOCKS.contains(&tag.as_str())) {
        return html::to_text(content).trim().to_owned();
    }
    if tags(content).next().is_some() {
        return html::to_text(&content.replace('\n', "<br>")).trim().to_owned();
    }
    if has_entity(content) {
        let escaped = content.replace('<', "&lt;").replace('\n', "<br>");
        return html::to_text(&escaped).trim().to_owned();
    }
    content.trim().to_owned()
}

/// The known tags in a text, their names in small letters.
fn tags(text: &str) -> impl Iterator<Item = String> {
    let behind_brackets = text.split('<').skip(1);
    let inside = behind_brackets.filter_map(|rest| rest.split_once('>').map(|(tag, _)| tag));
    inside
        .filter_map(|tag| tag.trim_start_matches('/').split_whitespace().next())
        .map(str::to_ascii_lowercase)
        .filter(|tag| TAGS.contains(&tag.as_str()))
}

fn has_entity(text: &str) -> bool {
    let mut tails = text.split('&').skip(1);
    tails.any(|tail| {
        let name = tail.split_once(';').map_or("", |(name, _)| name);
        let number = name.strip_prefix('#').unwrap_or_default();
        let is_number = !number.is_empty() && number.chars().all(|c| c.is_ascii_alphanumeric());
        is_number || ["amp", "lt", "gt", "quot", "apos", "nbsp"].contains(&name)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_words_stay_as_they_are() {
        for text in ["I <3 this & that", "if a < b and b > c then\n\nstop", "R&D; then", "x"] {
            assert_eq!(plain(text), text);
        }
    }

    #[test]
    fn a_sponsored_message_becomes_readable() {
        let content = r#"<p class="spinmail-quill-editor__spin-break">Hi %FIRSTNAME%,</p><p class="spinmail-quill-editor__spin-break">Join us &amp; win.</p>"#;
        let text = plain(content);
        assert!(text.starts_with("Hi %FIRSTNAME%,\n"), "{text:?}");
        assert!(text.ends_with("Join us & win."), "{text:?}");
        assert!(!text.contains('<'));
    }

    #[test]
    fn line_breaks_around_an_inline_tag_stay() {
        let text = plain("Dear Ada,\nthis is <strong>good</strong>.");
        assert_eq!(text, "Dear Ada,\nthis is good.");
    }

    #[test]
    fn entities_alone_are_turned_and_nothing_else() {
        assert_eq!(plain("Tom &amp; Bea\n1 &lt; 2 < 3"), "Tom & Bea\n1 < 2 < 3");
    }
}
