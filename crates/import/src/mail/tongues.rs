//! How mail programs introduce what somebody else wrote, in the languages they speak.

/// A field of a header that was copied into the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    From,
    Sent,
    Date,
    To,
    Cc,
    Subject,
    /// Importance, attachments, Reply-To: fields that tell nothing here.
    Other,
}

const LABELS: &[(Label, &[&str])] = &[
    (Label::From, &["from", "von", "de", "da", "van", "från", "fra", "od"]),
    (
        Label::Sent,
        &[
            "sent",
            "gesendet",
            "gesendet am",
            "envoyé",
            "envoyé le",
            "enviado",
            "enviado el",
            "enviado em",
            "enviada em",
            "inviato",
            "verzonden",
            "skickat",
            "sendt",
            "wysłano",
        ],
    ),
    (Label::Date, &["date", "datum", "fecha", "data", "dato"]),
    (Label::To, &["to", "an", "à", "a", "para", "aan", "till", "til", "do"]),
    (Label::Cc, &["cc", "kopie", "copie", "copia", "kopia", "bcc", "cco", "ccn", "dw"]),
    (
        Label::Subject,
        &[
            "subject",
            "betreff",
            "objet",
            "asunto",
            "oggetto",
            "assunto",
            "onderwerp",
            "ämne",
            "emne",
            "temat",
            "re",
        ],
    ),
    (
        Label::Other,
        &[
            "importance",
            "attachments",
            "reply-to",
            "organization",
            "sensitivity",
            "priority",
            "wichtigkeit",
            "anlagen",
            "antwort an",
            "importancia",
            "datos adjuntos",
            "bijlagen",
        ],
    ),
];

/// Phrases between dashes that announce a copied mail, lower case.
const ANNOUNCED: &[&str] = &[
    "original message",
    "original appointment",
    "forwarded message",
    "forwarded by",
    "forwarded mail",
    "ursprüngliche nachricht",
    "originalnachricht",
    "original-nachricht",
    "weitergeleitete nachricht",
    "weitergeleitet von",
    "message d'origine",
    "message d’origine",
    "message original",
    "message transféré",
    "courriel original",
    "mensaje original",
    "mensaje reenviado",
    "messaggio originale",
    "messaggio inoltrato",
    "forwarded da",
    "mensagem original",
    "mensagem encaminhada",
    "mensagem reencaminhada",
    "oorspronkelijk bericht",
    "doorgestuurd bericht",
    "originalmeddelande",
    "vidarebefordrat meddelande",
    "oprindelig meddelelse",
    "videresendt",
    "wiadomość oryginalna",
];

/// Whole lines that announce a copied mail without dashes, lower case.
const BEGINNINGS: &[&str] = &[
    "begin forwarded message:",
    "anfang der weitergeleiteten nachricht:",
    "anfang der weitergeleiteten e-mail:",
    "début du message transféré :",
    "début du message réexpédié :",
    "inicio del mensaje reenviado:",
    "inizio messaggio inoltrato:",
    "início da mensagem reencaminhada:",
    "início da mensagem encaminhada:",
    "begin doorgestuurd bericht:",
    "vidarebefordrat brev:",
    "start på videresendt besked:",
];

/// First words of a line that says who wrote when, lower case.
const OPENINGS: &[&str] = &[
    "on ",
    "am ",
    "le ",
    "el ",
    "il ",
    "em ",
    "op ",
    "a ",
    "no dia ",
    "in data ",
    "den ",
    "dnia ",
    "at ",
    "en ",
    "i ",
    "w dniu ",
    "in a message dated ",
];

/// Last words of such a line, the colon left out, lower case.
const ENDINGS: &[&str] = &[
    "wrote",
    "writes",
    "said",
    "schrieb",
    "geschrieben",
    "schreibt",
    "a écrit",
    "écrit",
    "escribió",
    "escribio",
    "ha scritto",
    "scrive",
    "escreveu",
    "schreef",
    "skrev",
    "napisał",
    "napisał(a)",
    "napisała",
];

/// Words of such a line that stand before the name, lower case.
const WITHIN: &[&str] = &[" schrieb ", " schreef ", " skrev ", " napisał"];

/// The field a line begins with, and what stands behind its colon.
pub(super) fn label(line: &str) -> Option<(Label, &str)> {
    let (name, value) = line.split_once(':')?;
    let name = name.trim().trim_matches(['*', '_']).trim();
    if name.is_empty() || name.chars().nth(16).is_some() {
        return None;
    }
    let name = name.to_lowercase();
    let found = LABELS.iter().find(|(_, names)| names.contains(&name.as_str()));
    found.map(|(label, _)| (*label, value.trim().trim_matches('*')))
}

/// Whether a line announces that a mail is copied from here on.
pub(super) fn announces(line: &str) -> bool {
    let bare = line.trim();
    let dashes = bare.chars().take_while(|c| is_dash(*c)).count();
    let begins = bare.ends_with(':') && bare.chars().count() < 50;
    if dashes < 2 && !begins {
        return false;
    }
    let lower = bare.to_lowercase();
    if dashes >= 2 {
        return bare.chars().count() < 160 && ANNOUNCED.iter().any(|word| lower.contains(word));
    }
    BEGINNINGS.contains(&lower.as_str())
}

/// How sure a line is of being "On … somebody wrote:".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Attribution {
    /// Only where a quotation follows: "Ada wrote:".
    Perhaps,
    /// By itself: it tells a time or an address.
    Surely,
}

/// Judges a line (or up to four joined ones).
pub(super) fn attribution(line: &str) -> Option<Attribution> {
    let stem = line.trim_end().strip_suffix(':')?.trim_end().to_lowercase();
    let opens = opens(&stem);
    let ends = ENDINGS.iter().any(|word| stem.ends_with(word));
    let within = WITHIN.iter().any(|word| stem.contains(word));
    if !(ends || (within && stem.contains(|c: char| c.is_ascii_digit()))) {
        return None;
    }
    let tells = stem.contains('@') || has_time(&stem) || has_year(&stem);
    let many = stem.split_whitespace().count();
    if tells && (opens || within || stem.contains('@')) {
        Some(Attribution::Surely)
    } else if opens || many <= 6 {
        Some(Attribution::Perhaps)
    } else {
        None
    }
}

/// Whether a line may be the first of an attribution that goes on in the next line.
pub(super) fn opens_attribution(line: &str) -> bool {
    opens(line.trim_start()) || line.contains('@')
}

/// Whether a line begins like one that says who wrote when.
fn opens(line: &str) -> bool {
    // One look tells that most lines do not.
    let first = line.bytes().next().unwrap_or_default().to_ascii_lowercase();
    let begins =
        |word: &str| line.get(..word.len()).is_some_and(|it| it.eq_ignore_ascii_case(word));
    OPENINGS.iter().filter(|word| word.as_bytes().first() == Some(&first)).any(|word| begins(word))
}

/// Whether a line can be part of what introduces somebody else's words at all. Nearly every
/// line cannot, and need not be looked at more closely: a label and an attribution have a
/// colon, an attribution over several lines opens as one, an announcement stands behind dashes.
pub(super) fn may_introduce(line: &str) -> bool {
    let bare = line.trim_start();
    line.contains(':') || opens_attribution(bare) || bare.starts_with(is_dash)
}

const fn is_dash(c: char) -> bool {
    matches!(c, '-' | '_' | '=' | '*' | '—')
}

/// `14:05` or `2.05`… no: a colon between digits.
pub(super) fn has_time(text: &str) -> bool {
    text.match_indices(':').any(|(at, _)| {
        let before = text.get(..at).and_then(|t| t.chars().next_back());
        let after = text.get(at + 1..).and_then(|t| t.chars().next());
        let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        is_digit(before) && is_digit(after)
    })
}

fn has_year(text: &str) -> bool {
    text.split(|c: char| !c.is_ascii_digit())
        .any(|digits| digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20")))
}

/// `11/13/2000 04:54` as Lotus Notes stamps what it copies.
pub(super) fn has_stamp(text: &str) -> bool {
    let is_day = |word: &str| {
        let parts: Vec<&str> = word.split(['/', '.', '-']).collect();
        parts.len() == 3 && parts.iter().all(|part| part.parse::<u16>().is_ok())
    };
    has_time(text) && text.split_whitespace().any(is_day)
}
