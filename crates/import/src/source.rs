//! The programs that files come from.

/// The program a file comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Source {
    /// A LinkedIn archive.
    Linkedin,
    /// Mail, whatever program kept it.
    Mail,
    /// Google Contacts.
    Google,
    /// An address book's cards: the format that every address book writes.
    #[default]
    Vcard,
    /// Outlook: its contacts as CSV, its mailbox as PST.
    Outlook,
    /// A calendar's meetings.
    Calendar,
    /// Monica, the personal relationship manager.
    Monica,
    /// A chat exported from WhatsApp.
    Whatsapp,
    /// Telegram Desktop's export.
    Telegram,
    /// A Slack workspace's export.
    Slack,
    /// Facebook's archive, Messenger in it.
    Facebook,
    /// Instagram's archive.
    Instagram,
    /// The messages of a Mac.
    Imessage,
}

impl Source {
    /// The word it is kept under: native ids and keys of conversations are unique within it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Linkedin => "linkedin",
            Self::Mail => "mail",
            Self::Google => "google",
            Self::Vcard => "vcard",
            Self::Outlook => "outlook",
            Self::Calendar => "calendar",
            Self::Monica => "monica",
            Self::Whatsapp => "whatsapp",
            Self::Telegram => "telegram",
            Self::Slack => "slack",
            Self::Facebook => "facebook",
            Self::Instagram => "instagram",
            Self::Imessage => "imessage",
        }
    }

    /// What the owner calls it.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Linkedin => "LinkedIn archive",
            Self::Mail => "mail",
            Self::Google => "Google Contacts",
            Self::Vcard => "vCard",
            Self::Outlook => "Outlook",
            Self::Calendar => "calendar",
            Self::Monica => "Monica",
            Self::Whatsapp => "WhatsApp",
            Self::Telegram => "Telegram",
            Self::Slack => "Slack",
            Self::Facebook => "Facebook",
            Self::Instagram => "Instagram",
            Self::Imessage => "iMessage",
        }
    }

    /// Whether somebody whom it names without an address is one person throughout: a network
    /// where the owner knows everybody by name. In mail and address books a name proves nothing.
    pub const fn names_are_people(self) -> bool {
        match self {
            Self::Linkedin
            | Self::Whatsapp
            | Self::Telegram
            | Self::Slack
            | Self::Facebook
            | Self::Instagram
            | Self::Imessage => true,
            Self::Mail
            | Self::Google
            | Self::Vcard
            | Self::Outlook
            | Self::Calendar
            | Self::Monica => false,
        }
    }
}
