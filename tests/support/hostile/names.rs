//! Things that are no files, and files with odd names.

use super::Hostile;
use std::path::Path;
use std::process::Command;

const CARD: &str = "BEGIN:VCARD\nVERSION:3.0\nFN:Zed\nEMAIL:zed@example.org\nEND:VCARD\n";

pub(super) fn all() -> Vec<Hostile> {
    let mut all = vec![
        Hostile::new("a folder by the name of a file", |folder| {
            std::fs::create_dir(folder.join("mail.mbox"))?;
            std::fs::create_dir(folder.join("cards.vcf"))
        }),
        Hostile::new("folders two hundred deep", |folder| {
            let deep = (0..200).fold(folder.to_path_buf(), |path, _| path.join("d"));
            std::fs::create_dir_all(&deep)?;
            std::fs::write(deep.join("cards.vcf"), CARD)
        }),
        Hostile::new("ten thousand files", |folder| {
            (0..10_000).try_for_each(|n| std::fs::write(folder.join(format!("{n}.txt")), "x"))
        }),
        Hostile::new("a thousand cards in files", |folder| {
            (0..1_000).try_for_each(|n| std::fs::write(folder.join(format!("{n}.vcf")), CARD))
        }),
        Hostile::new("a picture by the name of a mailbox", |folder| {
            let bytes = [b"\x89PNG\r\n\x1a\n".to_vec(), vec![7; 500_000]].concat();
            std::fs::write(folder.join("mail.mbox"), bytes)
        }),
        Hostile::new("a store of Requite", |folder| {
            std::fs::write(folder.join("requite.db"), b"SQLite format 3\0 and then nothing")
        }),
        Hostile::new("a database that is none", |folder| {
            let bytes = [b"SQLite format 3\0".to_vec(), vec![0xa5; 60_000]].concat();
            std::fs::write(folder.join("chat.db"), bytes)
        }),
        Hostile::new("an Outlook file that is none", |folder| {
            let bytes = [b"!BDN".to_vec(), vec![0xa5; 60_000]].concat();
            std::fs::write(folder.join("mail.pst"), bytes)
        }),
    ];
    #[cfg(unix)]
    all.extend(on_unix());
    all
}

#[cfg(unix)]
fn on_unix() -> Vec<Hostile> {
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::{PermissionsExt, symlink};
    let named = |what: &str, name: &'static [u8]| {
        Hostile::new(what, move |folder: &Path| {
            std::fs::write(folder.join(std::ffi::OsStr::from_bytes(name)), CARD)
        })
    };
    vec![
        named("a name that is no text", b"\xff\xfe.vcf"),
        named("a name with a line break", b"a\nb\x1b[31m.vcf"),
        named("a name that turns around", "\u{202e}fcv.exe.vcf".as_bytes()),
        Hostile::new("a link to itself", |folder| symlink("mail.mbox", folder.join("mail.mbox"))),
        Hostile::new("a link to the folder it lies in", |folder| {
            symlink(".", folder.join("again"))
        }),
        Hostile::new("a link out of the folder", |folder| symlink("/etc", folder.join("etc"))),
        Hostile::new("a link to nothing", |folder| symlink("/nowhere", folder.join("cards.vcf"))),
        Hostile::new("a link to zeroes without an end", |folder| {
            symlink("/dev/zero", folder.join("mail.mbox"))
        }),
        Hostile::new("a pipe that nobody writes to", |folder| {
            let made = Command::new("mkfifo").arg(folder.join("mail.mbox")).status()?;
            if made.success() { Ok(()) } else { Err(std::io::ErrorKind::Unsupported.into()) }
        }),
        Hostile::new("a file that may not be read", |folder| {
            let path = folder.join("cards.vcf");
            std::fs::write(&path, CARD)?;
            std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o0))
        }),
    ]
}
