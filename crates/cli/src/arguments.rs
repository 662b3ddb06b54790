//! What can be said on the command line.

use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;

/// A private, local relationship manager: your people, your words, on your own machine.
#[derive(Debug, Parser)]
#[command(name = "requite", version, arg_required_else_help = true)]
pub(crate) struct Arguments {
    /// The store; otherwise REQUITE_STORE, otherwise the platform's data folder.
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) store: Option<PathBuf>,
    /// Make a new store without encryption, relying on the disk's.
    #[arg(long, global = true)]
    pub(crate) unencrypted: bool,
    /// Read the passphrase from this file descriptor; otherwise REQUITE_PASSPHRASE.
    #[arg(long, global = true, value_name = "N")]
    pub(crate) passphrase_fd: Option<u32>,
    /// Read the recovery key from this file descriptor; otherwise REQUITE_RECOVERY_KEY.
    #[arg(long, global = true, value_name = "N")]
    pub(crate) recovery_key_fd: Option<u32>,
    /// Answer as JSON (docs/cli.md).
    #[arg(long, global = true)]
    pub(crate) json: bool,
    #[command(subcommand)]
    pub(crate) deed: Deed,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Deed {
    /// Bring in files and folders: LinkedIn archives, mail, address books.
    Import {
        /// Files or folders, recognised by their content.
        #[arg(required = true, value_name = "PATH")]
        paths: Vec<String>,
        /// An address of your own; may be given several times.
        #[arg(long, value_name = "IDENTITY")]
        me: Vec<String>,
        /// In dates like 3/4/25 the day comes first (where a chat leaves it open).
        #[arg(long, conflicts_with = "month_first")]
        day_first: bool,
        /// In dates like 3/4/25 the month comes first.
        #[arg(long)]
        month_first: bool,
    },
    /// What is new in the watched folder; or watch another one.
    Watch {
        /// The folder whose new files are offered from now on.
        folder: Option<String>,
        /// Watch none.
        #[arg(long, conflicts_with = "folder")]
        off: bool,
    },
    /// List contacts.
    Contacts {
        /// Words that begin a name, an organisation, an address or a tag.
        query: Vec<String>,
    },
    /// Show a contact: an identity, a name if only one has it, or an id.
    Show { contact: String },
    /// Log something that passed.
    Log(Log),
    /// Note a fact about somebody.
    Note {
        contact: String,
        /// interest, work, family, goal, can-offer, would-like, met, avoid
        kind: String,
        text: String,
        /// Where it comes from.
        #[arg(long, default_value = "")]
        source: String,
    },
    /// Check a message before it is sent. Exits 0 clear, 10 look again, 20 blast.
    Check(Check),
    /// Who only writes when they want something, you first.
    Review,
    /// Which of the conversations you open are answered, by sort of message.
    WhatWorks,
    /// Search contacts, notes and everything that passed.
    Search {
        #[arg(required = true)]
        query: Vec<String>,
    },
    /// Take the contacts out again, or everything.
    Export {
        /// vcard, csv or json: the contacts; everything: all of it, as plain files in a folder
        format: String,
        /// A new file; otherwise standard output. For everything, a new folder.
        #[arg(long, value_name = "PATH")]
        to: Option<String>,
    },
    /// Bring back everything from the folder of `export everything`, into an empty store.
    BringBack {
        #[arg(value_name = "FOLDER")]
        from: PathBuf,
    },
    /// What was done in the last 30 days, the last first.
    History {
        /// Only what was done to this contact.
        contact: Option<String>,
        /// Only what was removed and still is.
        #[arg(long)]
        trash: bool,
    },
    /// Take back one deed of the history, or bring it back.
    TakeBack {
        /// As the history names it.
        #[arg(value_name = "DEED")]
        id: String,
    },
    /// What is kept, and where.
    Status,
    /// Open the store by the system's keychain from now on.
    Unlock,
    /// Have the keychain forget the store: from now on it asks for the passphrase or recovery key.
    Lock,
    /// Encrypt a store that is not, or one that is with a new key; prints a new recovery key.
    Rekey,
    /// Make a new recovery key and print it; the one before opens earlier backups alone.
    RecoveryKey,
    /// Write a backup to a new file; otherwise into the folder of backups beside the store.
    Backup {
        #[arg(value_name = "FILE")]
        to: Option<PathBuf>,
        /// Close it to a passphrase of its own (REQUITE_BACKUP_PASSPHRASE, or typed) that alone
        /// opens it.
        #[arg(long, requires = "to")]
        own_passphrase: bool,
    },
    /// Put a backup in place; a store that stands there is set aside.
    Restore {
        #[arg(value_name = "FILE")]
        from: PathBuf,
    },
    /// Look at all of a backup, changing nothing.
    Verify {
        #[arg(value_name = "FILE")]
        from: PathBuf,
    },
    /// Look at all that is kept, and mend what can be made anew. Exits 0 well, 10 mended,
    /// 20 damaged.
    Doctor,
    /// Put what can be read of a damaged store in its place; the damaged one is set aside.
    Salvage,
    /// Fill an empty store with the invented sample owner.
    Sample,
}

#[derive(Debug, Args)]
pub(crate) struct Log {
    pub(crate) contact: String,
    /// email, linkedin, phone, sms, chat, in-person, video, group, other
    #[arg(long)]
    pub(crate) channel: String,
    /// in, out or between
    #[arg(long)]
    pub(crate) direction: String,
    /// 2024-05-09T12:30:00Z, or 2024-05-09 14:30 in local time; otherwise now.
    #[arg(long)]
    pub(crate) at: Option<String>,
    #[arg(long, default_value = "")]
    pub(crate) subject: String,
    #[arg(long, default_value = "")]
    pub(crate) text: String,
}

#[derive(Debug, Args)]
pub(crate) struct Check {
    /// Whom it goes to; may be given several times.
    #[arg(long, required = true, value_name = "CONTACT")]
    pub(crate) to: Vec<String>,
    /// Otherwise what was last written by with them.
    #[arg(long, default_value = "")]
    pub(crate) channel: String,
    #[arg(long, default_value = "")]
    pub(crate) subject: String,
    /// The message; `-` or nothing reads standard input.
    pub(crate) file: Option<String>,
}
