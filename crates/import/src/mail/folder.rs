//! What a folder's or label's name says about the mails in it, in eight languages.

use super::headers::Headers;

/// The folders that matter here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Folder {
    /// Mail the owner wrote.
    Sent,
    /// Never sent.
    Drafts,
    /// Unwanted by the mail program's judgement.
    Spam,
    /// Unwanted by the owner's.
    Trash,
    /// Chats among mails (Gmail).
    Chats,
}

const SENT: &[&str] = &[
    "sent",
    "sent mail",
    "sent items",
    "sent messages",
    "gesendet",
    "gesendete elemente",
    "gesendete objekte",
    "envoyés",
    "messages envoyés",
    "éléments envoyés",
    "enviados",
    "enviado",
    "elementos enviados",
    "mensajes enviados",
    "inviata",
    "inviati",
    "posta inviata",
    "enviadas",
    "itens enviados",
    "e-mails enviados",
    "verzonden",
    "verzonden items",
    "verzonden berichten",
    "skickat",
    "sendt",
    "wysłane",
];
const DRAFTS: &[&str] = &[
    "drafts",
    "draft",
    "entwürfe",
    "entwurf",
    "brouillons",
    "brouillon",
    "borradores",
    "borrador",
    "bozze",
    "rascunhos",
    "rascunho",
    "concepten",
    "utkast",
    "kladder",
    "wersje robocze",
];
const SPAM: &[&str] = &[
    "spam",
    "junk",
    "junk e-mail",
    "junk email",
    "junk-e-mail",
    "bulk mail",
    "spamverdacht",
    "courrier indésirable",
    "indésirables",
    "correo no deseado",
    "posta indesiderata",
    "lixo eletrônico",
    "lixo electrónico",
    "ongewenste e-mail",
    "skräppost",
    "søppelpost",
];
const TRASH: &[&str] = &[
    "trash",
    "bin",
    "deleted",
    "deleted items",
    "deleted messages",
    "papierkorb",
    "gelöschte elemente",
    "corbeille",
    "éléments supprimés",
    "papelera",
    "elementos eliminados",
    "cestino",
    "posta eliminata",
    "lixeira",
    "itens excluídos",
    "prullenbak",
    "verwijderde items",
    "papperskorg",
    "papirkurv",
    "kosz",
];
const CHATS: &[&str] = &["chat", "chats", "google chat", "hangouts"];

/// What the name of one label or folder says.
pub(crate) fn of_name(name: &str) -> Option<Folder> {
    let name = name.trim().trim_matches(['\'', '"', '[', ']']).to_lowercase();
    let lists = [
        (SENT, Folder::Sent),
        (DRAFTS, Folder::Drafts),
        (SPAM, Folder::Spam),
        (TRASH, Folder::Trash),
        (CHATS, Folder::Chats),
    ];
    let found = lists.iter().find(|(names, _)| names.contains(&name.as_str()));
    found.map(|(_, folder)| *folder)
}

/// What the file's own name says: `Sent.mbox`, `Maildir/.Sent/cur/1.M2:2,S`, `[Gmail]/Trash`.
pub(super) fn of_file(name: &str) -> Option<Folder> {
    let mut parts: Vec<&str> = name.split(['/', '\\']).collect();
    let file = parts.pop().unwrap_or_default();
    if matches!(parts.last(), Some(&("cur" | "new"))) {
        parts.pop();
        return maildir_flag(file).or_else(|| of_name(maildir_folder(parts.last()?)));
    }
    let stem = [".mbox", ".mbx", ".eml"].iter().find_map(|end| file.strip_suffix(end));
    of_name(stem.unwrap_or(file))
}

/// `.INBOX.Sent` and `.Sent` are the folder Sent.
fn maildir_folder(directory: &str) -> &str {
    directory.rsplit('.').next().unwrap_or(directory)
}

/// The flags behind `:2,`: D a draft, T thrown away.
fn maildir_flag(file: &str) -> Option<Folder> {
    let (_, flags) = file.split_once("2,")?;
    if flags.contains('D') {
        return Some(Folder::Drafts);
    }
    flags.contains('T').then_some(Folder::Trash)
}

/// What a mail's own headers say, the weightiest first: a thrown away draft is thrown away.
pub(super) fn of_mail(headers: &Headers<'_>) -> Option<Folder> {
    if is_expunged(headers) {
        return Some(Folder::Trash);
    }
    let labels = headers.decoded("X-Gmail-Labels");
    let found: Vec<Folder> = labels.split(',').filter_map(of_name).collect();
    let weighty = [Folder::Trash, Folder::Spam, Folder::Drafts, Folder::Chats, Folder::Sent];
    if let Some(folder) = weighty.into_iter().find(|folder| found.contains(folder)) {
        return Some(folder);
    }
    // A folder's name kept by an export says who wrote the mail. What was thrown away there
    // is still somebody's history, so nothing else is taken from it.
    let path = headers.decoded("X-Folder");
    let last = path.rsplit(['\\', '/']).next().unwrap_or_default();
    of_name(last).filter(|folder| *folder == Folder::Sent)
}

/// Thunderbird leaves deleted mails in the file until it is compacted.
fn is_expunged(headers: &Headers<'_>) -> bool {
    let status = headers.decoded("X-Mozilla-Status");
    u32::from_str_radix(status.trim(), 16).is_ok_and(|bits| bits & 0x8 != 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_known_in_any_of_the_languages() {
        assert_eq!(of_name("Gesendet"), Some(Folder::Sent));
        assert_eq!(of_name(" Messages envoyés "), Some(Folder::Sent));
        assert_eq!(of_name("Prullenbak"), Some(Folder::Trash));
        assert_eq!(of_name("Borradores"), Some(Folder::Drafts));
        assert_eq!(of_name("Presents"), None);
    }

    #[test]
    fn the_path_of_a_file_tells_its_folder() {
        assert_eq!(of_file("Mail/Sent.mbox"), Some(Folder::Sent));
        assert_eq!(of_file("Maildir/.Sent/cur/1.M2P3.host:2,S"), Some(Folder::Sent));
        assert_eq!(of_file("Maildir/.INBOX.Trash/cur/1"), Some(Folder::Trash));
        assert_eq!(of_file("Maildir/cur/1.M2P3.host:2,DS"), Some(Folder::Drafts));
        assert_eq!(of_file("All mail Including Spam and Trash.mbox"), None);
        assert_eq!(of_file("ada.eml"), None);
    }
}
