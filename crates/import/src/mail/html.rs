//! HTML turned into the text a reader would see.

use mail_parser::decoders::charsets::map::charset_decoder;
use mail_parser::decoders::html::add_html_token;

/// A tag longer than this is none.
const LONGEST_TAG: usize = 16 * 1024;
/// An address in angle brackets behind a link's words, unless it is longer: then it tracks.
const LONGEST_LINK: usize = 80;
/// The longest name of a character, `&CounterClockwiseContourIntegral;`.
const LONGEST_ENTITY: usize = 34;

/// Words, line breaks, list dashes and addresses of links; quotations get `> ` before each
/// line. Never fails: what is no tag is text.
pub(crate) fn to_text(html: &str) -> String {
    let mut page = Page::default();
    let mut rest = html;
    while let Some((before, tail)) = rest.split_once('<') {
        page.text(before);
        rest = markup(&mut page, tail);
    }
    page.text(rest);
    page.out
}

/// Deals with what follows a `<` and answers what comes after it.
fn markup<'h>(page: &mut Page, tail: &'h str) -> &'h str {
    if let Some(comment) = tail.strip_prefix("!--") {
        return comment.split_once("-->").map_or("", |(_, after)| after);
    }
    let is_tag =
        tail.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'));
    let Some((tag, after)) = tag_end(tail).filter(|_| is_tag) else {
        page.text("<");
        return tail;
    };
    let name = name_of(tag);
    page.tag(&name, tag);
    match name.as_str() {
        "style" | "script" | "template" | "title" => closing(after, &name).unwrap_or(""),
        "head" if !page.seen_head => {
            page.seen_head = true;
            closing(after, &name).unwrap_or(after)
        }
        _ => after,
    }
}

/// Cuts at the `>` that ends a tag; one within quotation marks does not.
fn tag_end(tail: &str) -> Option<(&str, &str)> {
    let mut quote = None;
    for (at, c) in tail.char_indices() {
        match (quote, c) {
            (None, '>') => return Some((tail.get(..at)?, tail.get(at + 1..)?)),
            (None, '"' | '\'') => quote = Some(c),
            (None, '<') => return None,
            (Some(open), c) if open == c => quote = None,
            _ => {}
        }
        if at > LONGEST_TAG {
            return None;
        }
    }
    None
}

/// The tag's name in lower case, `/` before it kept.
fn name_of(tag: &str) -> String {
    let (slash, bare) = match tag.strip_prefix('/') {
        Some(bare) => ("/", bare),
        None => ("", tag),
    };
    let name = bare.split(|c: char| c.is_whitespace() || c == '/').next();
    format!("{slash}{}", name.unwrap_or_default().to_ascii_lowercase())
}

/// What comes after `</name>`.
fn closing<'h>(html: &'h str, name: &str) -> Option<&'h str> {
    html.match_indices("</").find_map(|(at, _)| {
        let tail = html.get(at + 2..)?;
        let fits = tail.get(..name.len())?.eq_ignore_ascii_case(name);
        fits.then(|| tail.split_once('>').map_or("", |(_, after)| after))
    })
}

/// An attribute's value.
fn attribute<'t>(tag: &'t str, wanted: &str) -> Option<&'t str> {
    tag.match_indices('=').find_map(|(at, _)| {
        let name = tag.get(..at)?.trim_end();
        let name = name.rsplit(|c: char| c.is_whitespace() || c == '"').next()?;
        if !name.eq_ignore_ascii_case(wanted) {
            return None;
        }
        let value = tag.get(at + 1..)?.trim_start();
        match value.chars().next()? {
            mark @ ('"' | '\'') => value.get(1..)?.split(mark).next(),
            _ => value.split_whitespace().next(),
        }
    })
}

/// The text so far, and what is owed before the next word.
#[derive(Default)]
struct Page {
    out: String,
    /// Line breaks owed before the next word, at most two.
    breaks: usize,
    /// A blank is owed before the next word.
    blank: bool,
    /// For every open `<blockquote>`, whether it quotes somebody (others only indent).
    quotes: Vec<bool>,
    /// How many `<pre>` are open: there, line breaks are meant.
    pre: usize,
    /// The open link: its address and where its words begin.
    link: Option<(String, usize)>,
    seen_head: bool,
}

impl Page {
    fn tag(&mut self, name: &str, tag: &str) {
        match name {
            "br" | "br/" => self.breaks = (self.breaks + 1).min(2),
            "p" | "/p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "/h1" | "/h2" | "/h3"
            | "/h4" | "/h5" | "/h6" | "ul" | "/ul" | "ol" | "/ol" | "table" | "/table" => {
                self.owe(2)
            }
            "div" | "/div" | "tr" | "/tr" | "/li" | "section" | "/section" | "article"
            | "/article" | "header" | "footer" | "dt" | "dd" | "address" | "/address"
            | "center" | "/center" | "form" | "body" | "/body" => self.owe(1),
            "pre" => self.open_pre(),
            "/pre" => {
                self.pre = self.pre.saturating_sub(1);
                self.owe(1);
            }
            "td" | "th" => self.blank = true,
            "li" => {
                self.owe(1);
                self.text("- ");
            }
            "hr" => {
                self.owe(1);
                self.text("________________________________");
                self.owe(1);
            }
            "blockquote" => self.open_quote(tag),
            "/blockquote" => {
                self.owe(1);
                self.quotes.pop();
            }
            "a" => self.open_link(tag),
            "/a" => self.close_link(),
            _ => {}
        }
    }

    /// A block begins or ends: what follows stands on a line of its own.
    fn owe(&mut self, breaks: usize) {
        self.breaks = self.breaks.max(breaks);
    }

    fn open_pre(&mut self) {
        self.owe(1);
        self.pre += 1;
    }

    /// Mail programs indent with a `<blockquote>` that has no border; that quotes nobody.
    fn open_quote(&mut self, tag: &str) {
        self.owe(1);
        let style = attribute(tag, "style").unwrap_or_default();
        let bare: String = style.chars().filter(|c| !c.is_whitespace()).collect();
        self.quotes.push(!bare.contains("border:none"));
    }

    fn open_link(&mut self, tag: &str) {
        let href = attribute(tag, "href").unwrap_or_default();
        let address = href.split(['?', '#']).next().unwrap_or_default();
        let is_page = address.starts_with("https://") || address.starts_with("http://");
        let fits = is_page && address.len() <= LONGEST_LINK;
        self.link = fits.then(|| (address.to_owned(), self.out.len()));
    }

    fn close_link(&mut self) {
        let Some((address, from)) = self.link.take() else {
            return;
        };
        let words = self.out.get(from..).unwrap_or_default();
        let bare = address.trim_end_matches('/');
        let bare = bare.split_once("://").map_or(bare, |(_, rest)| rest);
        if !words.trim().is_empty() && !words.contains(bare) {
            self.blank = true;
            self.word(&format!("<{address}>"));
        }
    }

    /// Text between tags, its white space as HTML means it.
    fn text(&mut self, text: &str) {
        if self.pre > 0 {
            let mut lines = text.split('\n');
            self.words(lines.next().unwrap_or_default());
            for line in lines {
                self.breaks = (self.breaks + 1).min(2);
                self.words(line);
            }
        } else {
            self.words(text);
        }
    }

    fn words(&mut self, text: &str) {
        let is_blank = |c: char| c.is_ascii_whitespace();
        if text.starts_with(is_blank) {
            self.blank = true;
        }
        for word in text.split(is_blank).filter(|word| !word.is_empty()) {
            self.word(&decoded(word));
            self.blank = true;
        }
        self.blank = text.ends_with(is_blank) || (self.blank && text.trim().is_empty());
    }

    /// One word, with what was owed before it.
    fn word(&mut self, word: &str) {
        if self.out.is_empty() {
            self.start_line();
        } else if self.breaks > 0 {
            self.out.truncate(self.out.trim_end().len());
            self.out.extend(std::iter::repeat_n('\n', self.breaks));
            self.start_line();
        } else if self.blank {
            self.out.push(' ');
        }
        self.breaks = 0;
        self.blank = false;
        self.out.push_str(word);
    }

    fn start_line(&mut self) {
        let depth = self.quotes.iter().filter(|quotes| **quotes).count();
        self.out.extend(std::iter::repeat_n('>', depth.min(9)));
        if depth > 0 {
            self.out.push(' ');
        }
    }
}

/// The word with `&eacute;` and `&#233;` turned into their characters.
fn decoded(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    let mut rest = word;
    while let Some((before, tail)) = rest.split_once('&') {
        out.push_str(before);
        match name_in(tail).filter(|(name, _)| is_entity(name)) {
            Some((name, after)) => {
                entity(name, &mut out);
                rest = after;
            }
            None => {
                out.push('&');
                rest = tail;
            }
        }
    }
    out.push_str(rest);
    out
}

/// What stands before a `;` that is near, and what stands behind it. A page may have a million `&`
/// and no `;`.
fn name_in(tail: &str) -> Option<(&str, &str)> {
    let end = tail.bytes().take(LONGEST_ENTITY + 1).position(|byte| byte == b';')?;
    Some((tail.get(..end)?, tail.get(end + 1..)?))
}

fn is_entity(name: &str) -> bool {
    let fits = (1..=LONGEST_ENTITY).contains(&name.len());
    fits && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '#')
}

fn entity(name: &str, out: &mut String) {
    // &#146; is meant in Windows-1252, where it is an apostrophe; in Unicode it is a control.
    let number = name.strip_prefix('#').and_then(|n| n.parse::<u8>().ok());
    match (number, charset_decoder(b"windows-1252")) {
        (Some(byte @ 128..=159), Some(decode)) => out.push_str(&decode(&[byte])),
        _ => add_html_token(out, format!("&{name};").as_bytes(), false),
    }
}

#[cfg(test)]
mod tests {
    use super::to_text;
    use proptest::prelude::*;

    #[test]
    fn blocks_stand_on_lines_of_their_own() {
        assert_eq!(
            to_text("<div>Hello Ada,</div><div><br></div><div>lunch <b>on</b>\n Friday?</div>"),
            "Hello Ada,\n\nlunch on Friday?"
        );
        assert_eq!(to_text("<p>One</p>\n<p>Two<br>Three</p>"), "One\n\nTwo\nThree");
    }

    #[test]
    fn what_nobody_sees_is_left_out() {
        let page = "<HTML><head><title>T</title><style>p{}</style></HEAD><body>Hi\
                    <script>x<1</script><!-- <p>no</p> --></body>";
        assert_eq!(to_text(page), "Hi");
    }

    #[test]
    fn a_quotation_keeps_its_marks_and_an_indent_has_none() {
        assert_eq!(
            to_text("Yes.<blockquote type=cite>Lunch?<br>Ada</blockquote>Bea"),
            "Yes.\n> Lunch?\n> Ada\nBea"
        );
        assert_eq!(
            to_text("<blockquote style=\"margin:0 0 0 40px; border: none\">Indented</blockquote>"),
            "Indented"
        );
    }

    #[test]
    fn characters_by_name_and_number_are_read() {
        assert_eq!(
            to_text("caf&eacute; &#8211; R&amp;D &lt;3 it&#146;s &bogus; &"),
            "café – R&D <3 it’s &bogus; &"
        );
    }

    #[test]
    fn a_link_shows_where_it_leads_once() {
        assert_eq!(
            to_text("<a href='https://cal.example.org/ada?u=1'>Book a time</a>"),
            "Book a time <https://cal.example.org/ada>"
        );
        assert_eq!(
            to_text("<a href=\"https://ada.example.org/\">ada.example.org</a>"),
            "ada.example.org"
        );
    }

    #[test]
    fn lists_and_tables_read_in_order() {
        assert_eq!(to_text("<ul><li>One<li>Two</ul>End"), "- One\n- Two\n\nEnd");
        assert_eq!(to_text("<tr><td>Tea</td><td>2</td></tr>"), "Tea 2");
    }

    #[test]
    fn what_is_no_tag_is_text() {
        assert_eq!(to_text("1 < 2 and <3 <"), "1 < 2 and <3 <");
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_panic(html in "\\PC{0,200}") {
            to_text(&html);
        }

        #[test]
        fn any_soup_of_tags_is_read_without_panic(
            bits in proptest::collection::vec(
                prop_oneof![
                    Just("<p>"), Just("<blockquote"), Just(">"), Just("</a>"), Just("<a href="),
                    Just("\""), Just("é"), Just("&amp"), Just(";"), Just("<!--"), Just("<head>"),
                    Just("</style"), Just("<pre>"), Just("\n"), Just("word ")
                ],
                0..40,
            )
        ) {
            to_text(&bits.concat());
        }
    }
}
