//! Archives: bombs, climbers, liars.

#![allow(clippy::too_many_lines, reason = "lists")]

use super::{Hostile, Scale};
use std::fs::File;
use std::io::{BufWriter, Cursor, Write};
use std::path::Path;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const ROWS: &str = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n\
                    Zed,Deep,https://www.linkedin.com/in/zed-deep,zed@example.org,X,Y,01 Jan 2024\n";

/// An archive with these files, written as they are asked for.
fn archive(
    out: impl Write + std::io::Seek,
    fill: impl FnOnce(&mut dyn FnMut(&str, &mut dyn Iterator<Item = Vec<u8>>)),
) -> std::io::Result<()> {
    let mut zip = ZipWriter::new(out);
    let mut outcome = Ok(());
    fill(&mut |name, pieces| {
        let written = zip
            .start_file(name, SimpleFileOptions::default().large_file(true))
            .map_err(std::io::Error::from)
            .and_then(|()| {
                for piece in pieces {
                    zip.write_all(&piece)?;
                }
                Ok(())
            });
        if outcome.is_ok() {
            outcome = written;
        }
    });
    zip.finish()?;
    outcome
}

fn once(bytes: &str) -> impl Iterator<Item = Vec<u8>> {
    std::iter::once(bytes.as_bytes().to_vec())
}

fn small(fill: impl FnOnce(&mut dyn FnMut(&str, &mut dyn Iterator<Item = Vec<u8>>))) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    // Writing to memory cannot fail.
    let _ = archive(&mut bytes, fill);
    bytes.into_inner()
}

fn named(what: &str, names: &'static [&'static str]) -> Hostile {
    Hostile::file(what, "archive.zip", move || {
        small(|add| names.iter().for_each(|name| add(name, &mut once(ROWS))))
    })
}

/// A file that unpacks to so many bytes of rows.
fn bomb(folder: &Path, name: &str, bytes: usize) -> std::io::Result<()> {
    let row = "Zed,Deep,,,,,01 Jan 2024\n".repeat(40_000);
    let times = bytes / row.len();
    archive(BufWriter::new(File::create(folder.join(name))?), |add| {
        add("Connections.csv", &mut std::iter::repeat_n(row.into_bytes(), times));
    })
}

pub(super) fn all(scale: Scale) -> Vec<Hostile> {
    let mut all = vec![
        named(
            "names that climb",
            &["../../climbed.csv", "a/../../../climbed.csv", "..\\..\\climbed.csv"],
        ),
        named(
            "names from the root",
            &["/tmp/rooted-by-requite.csv", "C:\\rooted.csv", "//host/x.csv"],
        ),
        named("names of devices", &["CON", "NUL.csv", "aux", "com1.csv"]),
        named(
            "names of control letters",
            &["a\nb.csv", "a\u{7}b.csv", "\u{202e}vsc.xe", " .csv", "."],
        ),
        Hostile::new("a bomb by its ratio", move |folder| {
            bomb(folder, "bomb.zip", scale.bytes(2_000_000_000))
        }),
        Hostile::new("a bomb of zeroes", move |folder| {
            archive(BufWriter::new(File::create(folder.join("zeroes.zip"))?), |add| {
                add(
                    "messages.csv",
                    &mut std::iter::repeat_n(vec![0; 1 << 20], scale.bytes(2_000_000_000) >> 20),
                );
            })
        }),
        Hostile::file("a hundred thousand files", "many.zip", move || {
            small(|add| {
                (0..scale.rows(100_000)).for_each(|n| add(&format!("{n}.csv"), &mut once("")))
            })
        }),
        Hostile::file("a name of 60,000 letters", "long.zip", || {
            small(|add| add(&format!("{}.csv", "y".repeat(60_000)), &mut once(ROWS)))
        }),
        Hostile::file("folders a thousand deep", "deep.zip", || {
            small(|add| add(&format!("{}Connections.csv", "d/".repeat(1_000)), &mut once(ROWS)))
        }),
        Hostile::file("archives within archives", "nested.zip", || {
            (0..30).fold(ROWS.as_bytes().to_vec(), |inner, depth| {
                let name = if depth == 0 { "Connections.csv" } else { "nested.zip" };
                small(|add| add(name, &mut std::iter::once(inner.clone())))
            })
        }),
        Hostile::file("an archive of bombs", "bombs.zip", move || {
            let inner = small(|add| {
                add(
                    "Connections.csv",
                    &mut std::iter::repeat_n(vec![b'y'; 1 << 20], scale.bytes(500_000_000) >> 20),
                );
            });
            small(|add| {
                (0..20).for_each(|n| add(&format!("{n}.zip"), &mut std::iter::once(inner.clone())));
            })
        }),
        Hostile::file("an archive that lies about its sizes", "liar.zip", || {
            let mut bytes = small(|add| add("Connections.csv", &mut once(ROWS)));
            lie(&mut bytes, b"PK\x01\x02", 20);
            lie(&mut bytes, b"PK\x03\x04", 18);
            bytes
        }),
        Hostile::file("an archive without its list", "listless.zip", || {
            let bytes = small(|add| add("Connections.csv", &mut once(ROWS)));
            bytes[..bytes.len() - 40].to_vec()
        }),
        Hostile::file("an archive that begins elsewhere", "behind.zip", || {
            let bytes = small(|add| add("Connections.csv", &mut once(ROWS)));
            [vec![b'y'; 200_000], bytes].concat()
        }),
        Hostile::file("an archive that is all lists", "lists.zip", || b"PK\x01\x02".repeat(50_000)),
    ];
    all.extend(links());
    all.extend(gzips(scale));
    all
}

/// Overwrites two sizes behind a mark with the largest there are.
fn lie(bytes: &mut [u8], mark: &[u8], at: usize) {
    let found = bytes.windows(mark.len()).position(|window| window == mark);
    if let Some(sizes) = found.and_then(|start| bytes.get_mut(start + at..start + at + 8)) {
        sizes.fill(0xfe);
    }
}

fn links() -> Vec<Hostile> {
    vec![
        Hostile::file("a link out of the archive", "link.zip", || {
            let mut bytes = Cursor::new(Vec::new());
            let mut zip = ZipWriter::new(&mut bytes);
            let options = SimpleFileOptions::default();
            // What cannot be written is not tried.
            let _ = zip.add_symlink("Connections.csv", "/etc/passwd", options);
            let _ = zip.add_symlink("messages.csv", "../../..", options);
            let _ = zip.finish();
            bytes.into_inner()
        }),
        Hostile::file("two files of one name", "twice.zip", || {
            let mut bytes = small(|add| {
                add("Connections.csv", &mut once(ROWS));
                add("Connections.cs2", &mut once("nothing"));
            });
            while let Some(at) = bytes.windows(3).position(|window| window == b"cs2") {
                bytes[at + 2] = b'v';
            }
            bytes
        }),
    ]
}

fn gzips(scale: Scale) -> Vec<Hostile> {
    let packed = |bytes: usize| {
        let mut out = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        let piece = vec![b'y'; 1 << 20];
        for _ in 0..bytes >> 20 {
            let _ = out.write_all(&piece);
        }
        out.finish().unwrap_or_default()
    };
    vec![
        Hostile::file("a packed mailbox that is a bomb", "mail.mbox.gz", move || {
            packed(scale.bytes(2_000_000_000))
        }),
        Hostile::file("a packed mailbox cut off", "mail.mbox.gz", move || {
            let bytes = packed(4 << 20);
            bytes[..bytes.len() / 2].to_vec()
        }),
        Hostile::file("packed ten times over", "mail.mbox.gz", || {
            (0..10).fold(b"From a Mon Jan  1 10:00:00 2024\n\nx\n".to_vec(), |inner, _| {
                let mut out =
                    flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
                let _ = out.write_all(&inner);
                out.finish().unwrap_or_default()
            })
        }),
    ]
}
