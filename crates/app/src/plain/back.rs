//! All that was kept, from lines: looked at once as a whole, then written as one deed.

use crate::hex::{from_hex, hex};
use crate::view::plain::{FORMAT, FieldValue, JudgedLine, Line, PassedLine, RowLine};
use crate::{App, Trouble, parse};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use model::{
    Act, ActKind, Channel, ConversationId, Direction, ImportId, Interaction, InteractionId,
    InteractionKind, Moment, Participant, Role, Uid,
};
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use store::{Deed, Fault, ImportCounts, Judged, PlainPassed, PlainRow, PlainValue, Writer};

/// No line that was ever written is longer: a photo of 50 MB, or a letter with its source.
const LONGEST: u64 = 256 << 20;

/// What the first reading found.
pub(super) struct Checked {
    pub(super) contacts: u32,
    pub(super) passed: u32,
    digest: String,
}

/// What a line says, as the store takes it.
enum Told {
    Photo(Vec<u8>),
    Row(PlainRow),
    Passed(Box<PlainPassed>),
    Beginning,
    End { rows: u32, passed: u32, digest: String },
}

/// Looks at all of the file: whether every line can be read, and whether it is whole.
pub(super) fn check(path: &Path) -> Result<Checked, Trouble> {
    let (mut contacts, mut count, mut end) = (0, (0, 0), None);
    let mut number = 0_u32;
    each_line(path, |line| {
        number += 1;
        if end.is_some() {
            return Err(not_taken(path, number, "there is something behind the last line"));
        }
        match told(line).map_err(|why| why.at(path, number))? {
            Told::Beginning if number == 1 => {}
            Told::Beginning => return Err(not_taken(path, number, "it begins once more")),
            _ if number == 1 => return Err(not_taken(path, 1, "it does not begin like one")),
            Told::Photo(_) => {}
            Told::Row(row) => {
                count.0 += 1;
                contacts += u32::from(row.kind == "contact" && !row.removed);
            }
            Told::Passed(_) => count.1 += 1,
            Told::End { rows, passed, digest } => end = Some((rows, passed, digest)),
        }
        Ok(())
    })?;
    match end {
        Some((rows, passed, digest)) if (rows, passed) == count => {
            Ok(Checked { contacts, passed, digest })
        }
        Some(_) => Err(not_taken(path, number, "lines are missing before the last one")),
        None => Err(not_taken(path, number, "it ends too early: it is not whole")),
    }
}

/// Writes all of it, as one deed.
pub(super) fn bring(app: &App, path: &Path, checked: &Checked) -> Result<(), Trouble> {
    let (path, digest) = (path.to_path_buf(), checked.digest.clone());
    let counts = ImportCounts {
        contacts_new: checked.contacts,
        interactions_new: checked.passed,
        ..ImportCounts::default()
    };
    let shown = path.display().to_string();
    let here = path.clone();
    app.store()
        .transact(Deed::Import, app.now(), move |writer| {
            let stamp = writer.now().millis().to_le_bytes();
            let key = Uid::derived(&[b"plain", &stamp, digest.as_bytes()]);
            let import = writer.begin_import(&[shown], &key)?;
            writer.let_rows_wait()?;
            let mut removed = Vec::new();
            // It was looked at: what cannot be read now was changed meanwhile.
            let read = each_line(&path, |line| {
                let told = told(line).map_err(|why| why.at(&path, 0))?;
                write(writer, import, told, &mut removed).map_err(Trouble::from)
            });
            read.map_err(|_| Fault::Damaged)?;
            writer.remove_as_before(&removed)?;
            writer.end_import(import, &counts, true)?;
            if hex(&writer.digest()?) == digest { Ok(()) } else { Err(Fault::Damaged) }
        })
        .map_err(|fault| match fault {
            Fault::Damaged => parse::not_understood(&format!(
                "{}: what it says cannot be kept as it was taken out; nothing was changed",
                here.display()
            )),
            fault => fault.into(),
        })?;
    Ok(())
}

fn write(
    writer: &mut Writer<'_>,
    import: ImportId,
    told: Told,
    removed: &mut Vec<InteractionId>,
) -> Result<(), Fault> {
    match told {
        Told::Photo(bytes) => writer.put_photo(&bytes),
        Told::Row(row) => writer.put_plain_row(&row, import).map(drop),
        Told::Passed(passed) => {
            if passed.removed {
                removed.push(passed.interaction.id);
            }
            writer.put_plain_passed(&passed, import)
        }
        Told::Beginning | Told::End { .. } => Ok(()),
    }
}

fn each_line(
    path: &Path,
    mut take: impl FnMut(&str) -> Result<(), Trouble>,
) -> Result<(), Trouble> {
    let troubled = |why| Trouble::file(path, &why);
    let mut file = BufReader::with_capacity(1 << 18, File::open(path).map_err(troubled)?);
    let mut line = Vec::new();
    loop {
        line.clear();
        let read = (&mut file).take(LONGEST).read_until(b'\n', &mut line).map_err(troubled)?;
        if read == 0 {
            return Ok(());
        }
        // What is no text is no line of ours, and is told as such.
        take(std::str::from_utf8(&line).unwrap_or_default())?;
    }
}

/// Why a line cannot be taken.
enum Why {
    NotOne,
    Newer,
    No(&'static str),
}

impl Why {
    fn at(self, path: &Path, number: u32) -> Trouble {
        match self {
            Self::NotOne => not_taken(path, number, "it is no line of a plain export"),
            Self::Newer => Trouble::TooNew,
            Self::No(what) => not_taken(path, number, &format!("it names a {what} that is none")),
        }
    }
}

fn not_taken(path: &Path, number: u32, why: &str) -> Trouble {
    parse::not_understood(&format!("{}, line {number}: {why}; nothing was changed", path.display()))
}

fn told(line: &str) -> Result<Told, Why> {
    Ok(match serde_json::from_str(line).map_err(|_| Why::NotOne)? {
        Line::Store { format, .. } if format > FORMAT => return Err(Why::Newer),
        Line::Store { .. } => Told::Beginning,
        Line::Photo { bytes } => Told::Photo(base64(&bytes)?),
        Line::Row(row) => Told::Row(row_of(row)?),
        Line::Passed(passed) => Told::Passed(Box::new(passed_of(*passed)?)),
        Line::End { rows, passed, digest } => Told::End { rows, passed, digest },
    })
}

fn row_of(line: RowLine) -> Result<PlainRow, Why> {
    let value = |held| {
        Ok(match held {
            FieldValue::Text(text) => PlainValue::Text(text),
            FieldValue::Integer(number) => PlainValue::Integer(number),
            FieldValue::Bytes { hex } => PlainValue::Bytes(from_hex(&hex).ok_or(Why::No("value"))?),
        })
    };
    let fields = line.fields.into_iter().map(|(field, held)| Ok((field, value(held)?)));
    Ok(PlainRow {
        uid: id(&line.uid, "row")?,
        kind: line.kind,
        removed: line.removed,
        by_import: line.by == "file",
        owners: line.owners,
        fields: fields.collect::<Result<_, Why>>()?,
    })
}

fn passed_of(line: PassedLine) -> Result<PlainPassed, Why> {
    let with = line.with.iter().map(|with| {
        Ok(Participant {
            contact: id(&with.contact, "contact")?,
            role: Role::from_word(&with.role).ok_or(Why::No("role"))?,
        })
    });
    let (conversation, thread) = match line.conversation {
        Some(one) => {
            let id: ConversationId = id(&one.uid, "conversation")?;
            (Some(id), Some([one.source, one.key, one.title]))
        }
        None => (None, None),
    };
    Ok(PlainPassed {
        interaction: Interaction {
            id: id(&line.uid, "row")?,
            kind: InteractionKind::from_word(&line.kind).ok_or(Why::No("kind"))?,
            channel: Channel::from_word(&line.channel).ok_or(Why::No("channel"))?,
            direction: Direction::from_word(&line.direction).ok_or(Why::No("direction"))?,
            moment: Moment::from_millis(line.at, line.offset_minutes),
            subject: line.subject,
            text: line.text,
            quoted: line.quoted,
            signature: line.signature,
            conversation,
            participants: with.collect::<Result<_, Why>>()?,
            is_reply: line.is_reply,
            automated: line.automated,
        },
        source: line.source,
        native_id: line.native_id,
        thread,
        raw: base64(&line.raw)?,
        judged: line.judged.as_ref().map(judged_of).transpose()?,
        removed: line.removed,
    })
}

fn judged_of(line: &JudgedLine) -> Result<(Judged, Vec<Act>), Why> {
    let acts = line.acts.iter().map(|act| {
        Ok(Act {
            kind: ActKind::from_word(&act.kind).ok_or(Why::No("act"))?,
            sentence: act.from as usize..act.to as usize,
            certainty: act.certainty,
        })
    });
    let by = Judged { engine: line.engine, lean: line.lean, swayed: line.swayed };
    Ok((by, acts.collect::<Result<_, Why>>()?))
}

fn id<T: std::str::FromStr>(text: &str, what: &'static str) -> Result<T, Why> {
    text.parse().map_err(|_| Why::No(what))
}

fn base64(text: &str) -> Result<Vec<u8>, Why> {
    STANDARD.decode(text).map_err(|_| Why::No("value"))
}
