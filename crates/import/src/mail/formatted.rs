//! A mail's page as its writer set it, made harmless: known tags with known attributes, no address
//! that leads anywhere, no picture but those that lie in it.

use super::body::legible;
use ammonia::Builder;
use mail_parser::{MessageParser, PartType};
use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError};

/// What is longer is read as text alone.
const LONGEST: usize = 512 * 1024;
/// So many tags may be open at once: the sanitiser's time grows with their square.
const DEEPEST: usize = 1_000;
/// Links are told beside the page; a newsletter has dozens.
const MOST_LINKS: usize = 60;

/// Tags that set text, and none that does anything.
const TAGS: &[&str] = &[
    "a",
    "abbr",
    "b",
    "blockquote",
    "br",
    "caption",
    "center",
    "code",
    "dd",
    "del",
    "div",
    "dl",
    "dt",
    "em",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "img",
    "ins",
    "kbd",
    "li",
    "ol",
    "p",
    "pre",
    "q",
    "s",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "u",
    "ul",
];

/// Pictures that a page may carry in itself. No SVG: it is a page of its own.
const PICTURES: &[&str] = &[
    "data:image/png;base64,",
    "data:image/jpeg;base64,",
    "data:image/gif;base64,",
    "data:image/webp;base64,",
];

/// A page that can be shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Formatted {
    /// What goes into the body of a page. It asks for nothing and leads nowhere.
    pub html: String,
    /// Where its links lead, each once: `http:`, `https:`, `mailto:`, `tel:`.
    pub links: Vec<String>,
}

/// The page of a mail as it was kept; nothing where it has none, or one that is too large.
pub fn formatted(mail: &[u8]) -> Option<Formatted> {
    let message = MessageParser::default().parse(mail)?;
    let mut pages = String::new();
    for part in message.html_body.iter().filter_map(|id| message.part(*id)) {
        if let PartType::Html(page) = &part.body {
            pages.push_str(&legible(&message, part, page));
        }
    }
    let fits = pages.len() <= LONGEST && depth(&pages) <= DEEPEST;
    (fits && !pages.trim().is_empty()).then(|| harmless(&pages))
}

/// The same page, harmless.
pub(crate) fn harmless(page: &str) -> Formatted {
    let links = Arc::<Mutex<Vec<String>>>::default();
    let met = Arc::clone(&links);
    let cell: HashSet<&str> = ["colspan", "rowspan"].into();
    let mut sanitiser = Builder::empty();
    sanitiser
        .tags(TAGS.iter().copied().collect())
        .clean_content_tags(["script", "style", "title", "template"].into())
        .tag_attributes(HashMap::from([
            ("a", ["href"].into()),
            ("img", ["src", "alt"].into()),
            ("td", cell.clone()),
            ("th", cell),
        ]))
        .url_schemes(["http", "https", "mailto", "tel", "data"].into())
        .link_rel(None)
        .attribute_filter(move |tag, attribute, value| match (tag, attribute) {
            // Its address is told beside the page: nothing that is clicked there leads away.
            ("a", "href") => {
                let mut met = met.lock().unwrap_or_else(PoisonError::into_inner);
                if leads_outside(value)
                    && met.len() < MOST_LINKS
                    && !met.iter().any(|it| it == value)
                {
                    met.push(value.to_owned());
                }
                None
            }
            ("img", "src") => {
                PICTURES.iter().any(|kind| value.starts_with(kind)).then(|| value.into())
            }
            _ => Some(value.into()),
        });
    let html = sanitiser.clean(page).to_string();
    let links = links.lock().unwrap_or_else(PoisonError::into_inner).clone();
    Formatted { html, links }
}

fn leads_outside(link: &str) -> bool {
    let scheme = link.split(':').next().unwrap_or_default().to_ascii_lowercase();
    ["http", "https", "mailto", "tel"].contains(&scheme.as_str())
}

/// How many tags are open at once, at most; what needs no end is counted too, for it may have none.
fn depth(page: &str) -> usize {
    let (mut open, mut deepest) = (0_usize, 0);
    for (at, _) in page.match_indices('<') {
        match page.as_bytes().get(at + 1) {
            Some(b'/') => open = open.saturating_sub(1),
            Some(byte)
                if byte.is_ascii_alphabetic()
                    && !is_void(page.get(at + 1..).unwrap_or_default()) =>
            {
                open += 1;
                deepest = deepest.max(open);
            }
            _ => {}
        }
    }
    deepest
}

/// Tags that never have an end (HTML Living Standard, "Void elements"), and those that mails leave open.
fn is_void(tag: &str) -> bool {
    let name = tag.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    ["br", "img", "hr", "meta", "link", "input", "col", "wbr", "p", "li", "td", "tr", "o"]
        .iter()
        .any(|void| name.eq_ignore_ascii_case(void))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(page: &str) -> String {
        harmless(page).html
    }

    #[test]
    fn what_sets_text_stays_and_what_does_anything_goes() {
        assert_eq!(shown("<p>Hello <b>Ada</b></p>"), "<p>Hello <b>Ada</b></p>");
        assert_eq!(shown("<p onclick=x style='a' class=b id=c>x</p>"), "<p>x</p>");
        for page in [
            "<script>alert(1)</script>",
            "<style>p{}</style>",
            "<svg onload=alert(1)></svg>",
            "<iframe src=x></iframe>",
            "<form action=x><input></form>",
            "<meta http-equiv=refresh content=0>",
            "<base href=//x>",
            "<link rel=stylesheet href=//x>",
            "<math><mi xlink:href='javascript:1'></mi></math>",
        ] {
            assert_eq!(shown(page), "", "{page}");
        }
    }

    #[test]
    fn links_are_told_and_lead_nowhere_by_themselves() {
        let page = "<a href='https://example.org/a'>one</a><a href='javascript:x'>two</a>\
                    <a href='mailto:ada@example.org'>three</a><a href='https://example.org/a'>four</a>";
        let formatted = harmless(page);
        assert_eq!(formatted.html, "<a>one</a><a>two</a><a>three</a><a>four</a>");
        assert_eq!(formatted.links, ["https://example.org/a", "mailto:ada@example.org"]);
    }

    #[test]
    fn only_pictures_that_lie_in_it_are_shown() {
        let here = "<img src=\"data:image/png;base64,AAAA\" alt=\"x\">";
        assert_eq!(shown(here), here);
        for src in ["http://t.example/x.gif", "cid:1", "data:image/svg+xml;base64,AAAA", "//x"] {
            assert_eq!(shown(&format!("<img src='{src}' alt='x'>")), "<img alt=\"x\">", "{src}");
        }
    }

    #[test]
    fn what_is_harmless_stays_as_it_is() {
        let page = "<div><p>a &lt;b&gt; &amp; c</p><table><tbody><tr><td colspan=\"2\">d</td></tr></tbody></table></div>";
        assert_eq!(shown(page), page);
    }

    #[test]
    fn a_page_that_is_too_deep_or_too_long_is_read_as_text_alone() {
        let mail = |page: &str| {
            let head = "From: a@b.example\nContent-Type: text/html\n\n";
            formatted(format!("{head}{page}").as_bytes())
        };
        assert!(mail("<p>x</p>").is_some());
        assert!(mail(&format!("{}x", "<div>".repeat(DEEPEST + 1))).is_none());
        assert!(mail(&"<p>x</p>\n".repeat(LONGEST / 9 + 1)).is_none());
        assert!(formatted(b"From: a@b.example\n\nplain").is_none());
    }
}
