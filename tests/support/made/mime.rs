//! How mail programs wrap a text: quoted-printable, base64, alternatives, attachments.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;

use crate::dice::Dice;

/// How many letters stand in a line of an encoded body.
const LINE: usize = 76;

/// Headers and body of a text, wrapped in one of the usual ways.
pub(super) fn letter(dice: &mut Dice, text: &str) -> String {
    if dice.falls(0.33) {
        return plain(dice, text);
    }
    let alternatives = alternatives(dice, text);
    if dice.falls(0.93) { alternatives } else { with_attachment(dice, &alternatives) }
}

/// Headers and body of a newsletter: HTML alone, heavy with style.
pub(super) fn newsletter(dice: &mut Dice, text: &str) -> String {
    let page = html(text, " style=\"margin:0;padding:8px 0;font-family:Arial;line-height:20px\"");
    format!(
        "List-Unsubscribe: <https://news.example/{:x}>\nMIME-Version: 1.0\n{}",
        dice.roll(),
        part(dice, "text/html", &page)
    )
}

fn plain(dice: &mut Dice, text: &str) -> String {
    format!("MIME-Version: 1.0\n{}", part(dice, "text/plain", text))
}

fn alternatives(dice: &mut Dice, text: &str) -> String {
    let boundary = format!("{:016x}{:08x}", dice.roll(), dice.below(1 << 32));
    let plain = part(dice, "text/plain", text);
    let page = part(dice, "text/html", &html(text, ""));
    format!(
        "MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=\"{boundary}\"\n\n\
         --{boundary}\n{plain}\n--{boundary}\n{page}\n--{boundary}--\n"
    )
}

fn with_attachment(dice: &mut Dice, letter: &str) -> String {
    let boundary = format!("{:016x}", dice.roll());
    let inner = letter.trim_start_matches("MIME-Version: 1.0\n");
    let bytes = dice.length(18_000.0, 1.0).min(300_000);
    let file: Vec<u8> = (0..bytes / 8).flat_map(|_| dice.roll().to_le_bytes()).collect();
    format!(
        "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"{boundary}\"\n\n\
         --{boundary}\n{inner}\n--{boundary}\n\
         Content-Type: application/pdf; name=\"paper.pdf\"\n\
         Content-Disposition: attachment; filename=\"paper.pdf\"\n\
         Content-Transfer-Encoding: base64\n\n{}\n--{boundary}--\n",
        base64_lines(&file)
    )
}

fn part(dice: &mut Dice, kind: &str, text: &str) -> String {
    let (encoding, body) = match dice.below(10) {
        0..=2 if text.is_ascii() => ("7bit", text.to_owned()),
        0..=2 => ("8bit", text.to_owned()),
        3..=7 => ("quoted-printable", quoted_printable(text)),
        _ => ("base64", base64_lines(text.as_bytes())),
    };
    format!(
        "Content-Type: {kind}; charset=\"utf-8\"\nContent-Transfer-Encoding: {encoding}\n\n{body}"
    )
}

fn html(text: &str, style: &str) -> String {
    let mut page = "<html><head><style>.q{color:#555}</style></head><body>\n".to_owned();
    for paragraph in text.split("\n\n") {
        let escaped = paragraph.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        page.push_str(&format!("<p{style}>{}</p>\n", escaped.replace('\n', "<br>\n")));
    }
    page.push_str("</body></html>\n");
    page
}

fn quoted_printable(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len() * 11 / 10);
    let mut column = 0;
    for byte in text.bytes() {
        if byte == b'\n' {
            encoded.push('\n');
            column = 0;
            continue;
        }
        if column >= LINE - 3 {
            encoded.push_str("=\n");
            column = 0;
        }
        if byte == b'=' || !(b' '..=b'~').contains(&byte) {
            encoded.push_str(&format!("={byte:02X}"));
            column += 3;
        } else {
            encoded.push(char::from(byte));
            column += 1;
        }
    }
    encoded
}

fn base64_lines(bytes: &[u8]) -> String {
    // A line of 76 letters holds 57 bytes.
    let lines = bytes.chunks(LINE / 4 * 3).map(|line| BASE64_STANDARD.encode(line) + "\n");
    lines.collect()
}
