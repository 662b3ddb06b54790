//! Where the author's words end and the signature begins.
//!
//! A signature left in does little harm, a sentence cut away does much: in doubt it stays.

use super::quote::Part;
use model::likeness;

/// Words with which a mail is closed, lower case, without punctuation.
const CLOSINGS: &[&str] = &[
    "best",
    "best regards",
    "kind regards",
    "warm regards",
    "regards",
    "many thanks",
    "thanks",
    "thank you",
    "thanks again",
    "thx",
    "cheers",
    "sincerely",
    "yours sincerely",
    "yours truly",
    "yours",
    "best wishes",
    "all the best",
    "warmly",
    "cordially",
    "respectfully",
    "love",
    "br",
    "mit freundlichen grüßen",
    "mit freundlichen gruessen",
    "freundliche grüße",
    "viele grüße",
    "beste grüße",
    "liebe grüße",
    "herzliche grüße",
    "mfg",
    "lg",
    "vg",
    "gruß",
    "grüße",
    "danke",
    "cordialement",
    "bien cordialement",
    "bien à vous",
    "amicalement",
    "merci",
    "salutations",
    "saludos",
    "un saludo",
    "saludos cordiales",
    "un abrazo",
    "gracias",
    "atentamente",
    "cordiali saluti",
    "saluti",
    "distinti saluti",
    "un caro saluto",
    "grazie",
    "atenciosamente",
    "abraços",
    "abraço",
    "cumprimentos",
    "obrigado",
    "obrigada",
    "met vriendelijke groet",
    "met vriendelijke groeten",
    "groeten",
    "groet",
    "bedankt",
];

/// Beginnings of the line a telephone or a free mail service adds, lower case.
const ADDED: &[&str] = &[
    "sent from my ",
    "sent from mail for ",
    "sent from outlook",
    "sent from yahoo",
    "sent via ",
    "sent from proton",
    "get outlook for ",
    "von meinem ",
    "gesendet von ",
    "gesendet mit ",
    "diese nachricht wurde von meinem",
    "envoyé de mon ",
    "envoyé depuis ",
    "envoyé à partir de",
    "enviado desde mi ",
    "enviado desde ",
    "inviato da ",
    "inviato dal mio ",
    "enviado do meu ",
    "enviado a partir d",
    "verstuurd vanaf mijn ",
    "verzonden vanaf mijn ",
    "outlook voor ",
    "do you yahoo",
    "get your free",
    "get free email",
    "join the world",
    "send instant messages",
    "free e-mail and much more",
    "download msn",
    "chat with friends online",
    "get your private",
    "create your own free",
    "share information about yourself",
    "this email was scanned",
    "virus-free.",
    "get more from the web",
    "get 250 color business cards",
    "express yourself with",
];

/// Words below a rule that say a list's program drew it, lower case.
const LISTED: &[&str] = &[
    "mailing list",
    "mailman",
    "subscribe",
    "remove",
    "omitted from",
    "opt out",
    "mailingliste",
    "abmelden",
    "liste de diffusion",
    "lista de correo",
];

/// Marks of a legal text, lower case; two of them make one.
const LEGAL: &[&str] = &[
    "confidential",
    "intended recipient",
    "intended only",
    "intended solely",
    "privileged",
    "disclos",
    "unauthorized",
    "unauthorised",
    "received this",
    "in error",
    "relevant affiliate",
    "sole use of",
    "notify the sender",
    "delete",
    "disclaimer",
    "legally binding",
    "vertraulich",
    "bestimmten empfänger",
    "irrtümlich",
    "unbefugt",
    "confidentiel",
    "destinataire",
    "par erreur",
    "confidencial",
    "destinatario",
    "destinatário",
    "por error",
    "por engano",
    "riservat",
    "per errore",
    "vertrouwelijk",
    "geadresseerde",
    "abusivement",
    "does not constitute",
];
/// A legal text is a long one.
const SHORTEST_LEGAL: usize = 140;
/// A line of a signature is a short one.
const LONGEST_LINE: usize = 78;
/// A block of name, post and numbers has no more lines.
const LONGEST_BLOCK: usize = 12;
/// Nobody's name takes more bytes.
const LONGEST_NAME: usize = 60;
/// How far from the end a closing is searched.
const REACH: usize = 16;

/// Marks signatures among the lines that are still text.
pub(super) fn mark(lines: &[&str], marks: &mut [Part], author: &str) {
    mark_delimited(lines, marks);
    let mut end = text_end(lines, marks);
    while let Some(start) = added_below(lines, marks, end) {
        fill(marks, start, end);
        end = text_end(lines, marks);
    }
    mark_block(lines, marks, author);
}

fn line<'l>(lines: &[&'l str], at: usize) -> &'l str {
    lines.get(at).copied().unwrap_or_default()
}

fn fill(marks: &mut [Part], from: usize, to: usize) {
    for mark in marks.iter_mut().take(to).skip(from) {
        if *mark == Part::Text {
            *mark = Part::Signature;
        }
    }
}

/// Behind the last line of text that is not empty.
fn text_end(lines: &[&str], marks: &[Part]) -> usize {
    let full =
        |at: &usize| marks.get(*at) == Some(&Part::Text) && !line(lines, *at).trim().is_empty();
    (0..lines.len()).rev().find(full).map_or(0, |at| at + 1)
}

/// `-- ` begins a signature that goes on to the next quotation.
fn mark_delimited(lines: &[&str], marks: &mut [Part]) {
    for at in 0..lines.len() {
        let most = match line(lines, at) {
            "-- " => 40,
            "--" | "—" | "---" => 12,
            _ => continue,
        };
        if marks.get(at) != Some(&Part::Text) {
            continue;
        }
        let tail = marks.iter().skip(at).take_while(|part| **part != Part::Quoted);
        let end = at + tail.count();
        let full = (at + 1..end).filter(|next| !line(lines, *next).trim().is_empty()).count();
        let author_goes_on = full > most || (most < 40 && !reads_as_block(lines, at + 1, end));
        if !author_goes_on {
            fill(marks, at, end);
        }
    }
}

/// Where the last paragraph begins, if a program or a lawyer added it.
fn added_below(lines: &[&str], marks: &[Part], end: usize) -> Option<usize> {
    let last = end.checked_sub(1)?;
    let start = paragraph_start(lines, marks, end);
    let ruled = |at: &usize| is_rule(line(lines, *at).trim());
    if let Some(rule) = (end.saturating_sub(9).max(start)..end).find(ruled) {
        let below = lines.get(rule..end)?.join(" ").to_lowercase();
        let speaks_of_a_list = LISTED.iter().any(|word| below.contains(word));
        if end - rule == 1 || is_added(&below) || (speaks_of_a_list && has_contact(&below)) {
            return Some(rule);
        }
    }
    let text = lines.get(start..end)?.join(" ").to_lowercase();
    if is_legal(&text) || (start..end).all(|at| is_attachment(line(lines, at))) {
        return Some(start);
    }
    let added = |at: &usize| is_added(&line(lines, *at).trim().to_lowercase());
    (start..end).find(added).filter(|at| last - at <= 3 && line(lines, *at).len() < 120)
}

fn paragraph_start(lines: &[&str], marks: &[Part], end: usize) -> usize {
    let inside =
        |at: &usize| marks.get(*at) == Some(&Part::Text) && !line(lines, *at).trim().is_empty();
    let above = (0..end).rev().take_while(inside).count();
    end - above
}

fn is_rule(text: &str) -> bool {
    text.len() >= 8 && text.chars().all(|c| matches!(c, '_' | '-' | '=' | '*' | '~'))
}

/// ` - Plan.doc`: Notes lists what was attached below the text.
fn is_attachment(text: &str) -> bool {
    let name = text.trim().strip_prefix("- ").unwrap_or_default();
    let end = name.rsplit_once('.').map_or("", |(_, end)| end);
    (2..=4).contains(&end.len()) && end.chars().all(|c| c.is_ascii_alphanumeric())
}

fn is_added(lower: &str) -> bool {
    let bare = lower.trim_start_matches(|c: char| !c.is_alphanumeric());
    ADDED.iter().any(|start| bare.starts_with(start))
}

fn is_legal(lower: &str) -> bool {
    let speaks = || LEGAL.iter().filter(|word| lower.contains(**word)).count() >= 3;
    lower.len() >= SHORTEST_LEGAL && !lower.trim_end().ends_with('?') && speaks()
}

/// Name, post, numbers: the lines below a closing and a name, or below the author's own name.
fn mark_block(lines: &[&str], marks: &mut [Part], author: &str) {
    let end = text_end(lines, marks);
    let lowest = end.saturating_sub(REACH);
    let author = likeness::fold(author);
    for at in (lowest..end).rev() {
        if marks.get(at) != Some(&Part::Text) {
            return;
        }
        let text = line(lines, at).trim();
        let head = if is_named(text, &author) || is_closing_with_name(text) {
            at
        } else if is_closing(text) {
            match (at + 1..end).find(|next| !line(lines, *next).trim().is_empty()) {
                Some(name) => name,
                None => return,
            }
        } else {
            continue;
        };
        if reads_as_block(lines, head + 1, end) {
            fill(marks, head + 1, end);
        }
        return;
    }
}

/// Short lines, no sentences, a number or an address among them.
fn reads_as_block(lines: &[&str], from: usize, to: usize) -> bool {
    let full: Vec<&str> =
        (from..to).map(|at| line(lines, at).trim()).filter(|text| !text.is_empty()).collect();
    (1..=LONGEST_BLOCK).contains(&full.len())
        && full.iter().all(|text| is_short(text))
        && full.iter().any(|text| has_contact(&text.to_lowercase()))
}

fn is_short(text: &str) -> bool {
    let words = text.split_whitespace().count();
    let is_sentence = words > 4 && text.ends_with(['.', '?', '!', ':', ',']);
    text.chars().count() <= LONGEST_LINE && words <= 11 && !is_sentence
}

/// An address, a page or a telephone number.
fn has_contact(lower: &str) -> bool {
    let word =
        |word: &str| word.contains('@') || word.starts_with("www.") || word.starts_with("http");
    lower.split_whitespace().any(word) || has_phone(lower)
}

/// Seven digits or more with nothing but the dress of a number between them.
fn has_phone(text: &str) -> bool {
    let is_dress =
        |c: char| c.is_ascii_digit() || matches!(c, ' ' | '-' | '.' | '(' | ')' | '+' | '/');
    text.split(|c| !is_dress(c)).any(|run| {
        let digits = run.chars().filter(char::is_ascii_digit).count();
        (7..=15).contains(&digits) && run.trim().len() <= 22
    })
}

fn is_closing(text: &str) -> bool {
    let lower = text.to_lowercase();
    let bare = lower.trim_end_matches(|c: char| !c.is_alphanumeric());
    CLOSINGS.contains(&bare)
}

/// "Best, Ada".
fn is_closing_with_name(text: &str) -> bool {
    let Some((closing, name)) = text.split_once(',') else {
        return false;
    };
    let words = name.split_whitespace().count();
    is_closing(closing) && (1..=3).contains(&words)
}

/// Whether the line is the author's name (folded) and nothing else.
fn is_named(text: &str, author: &str) -> bool {
    if author.is_empty() || text.len() > LONGEST_NAME {
        return false;
    }
    let words = likeness::fold(text);
    let mut spoken = author.split(' ').filter(|word| word.len() > 1).peekable();
    (2..=4).contains(&words.split(' ').count())
        && spoken.peek().is_some()
        && spoken.all(|word| words.split(' ').any(|known| known == word))
}
