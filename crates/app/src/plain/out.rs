//! All that is kept, as lines.

use super::WriteTrouble;
use crate::hex::hex;
use crate::view::plain::{
    ActLine, ConversationLine, FORMAT, FieldValue, JudgedLine, Line, PassedLine, RowLine, WithLine,
};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::io::Write;
use store::{PlainPassed, PlainRow, PlainValue, Reader};

/// Writes all of it; answers how many people, and how much that passed.
pub(super) fn write(
    reader: &Reader<'_>,
    out: &mut dyn Write,
    now: &str,
) -> Result<(u32, u32), WriteTrouble> {
    let version = format!("{} at {now}", env!("CARGO_PKG_VERSION"));
    put(out, &Line::Store { format: FORMAT, version })?;
    reader.each_photo(|bytes| put(out, &Line::Photo { bytes: STANDARD.encode(bytes) }))?;
    let (mut rows, mut contacts, mut passed) = (0, 0, 0);
    reader.each_plain_row(false, |row| {
        rows += 1;
        contacts += u32::from(row.kind == "contact" && !row.removed);
        put(out, &Line::Row(row_line(row)))
    })?;
    reader.each_plain_passed(|one| {
        passed += 1;
        put(out, &Line::Passed(Box::new(passed_line(one))))
    })?;
    reader.each_plain_row(true, |row| {
        rows += 1;
        put(out, &Line::Row(row_line(row)))
    })?;
    let digest = hex(&reader.digest()?);
    put(out, &Line::End { rows, passed, digest })?;
    Ok((contacts, passed))
}

fn put(out: &mut dyn Write, line: &Line) -> Result<(), WriteTrouble> {
    serde_json::to_writer(&mut *out, line).map_err(std::io::Error::from)?;
    Ok(out.write_all(b"\n")?)
}

fn row_line(row: PlainRow) -> RowLine {
    let value = |value| match value {
        PlainValue::Text(text) => FieldValue::Text(text),
        PlainValue::Integer(number) => FieldValue::Integer(number),
        PlainValue::Bytes(bytes) => FieldValue::Bytes { hex: hex(&bytes) },
    };
    RowLine {
        kind: row.kind,
        uid: row.uid.to_string(),
        removed: row.removed,
        by: if row.by_import { "file" } else { "owner" }.to_owned(),
        owners: row.owners,
        fields: row.fields.into_iter().map(|(field, held)| (field, value(held))).collect(),
    }
}

fn passed_line(passed: PlainPassed) -> PassedLine {
    let told = passed.interaction;
    let thread = passed.thread.unwrap_or_default();
    let conversation = told.conversation.map(|id| {
        let [source, key, title] = thread;
        ConversationLine { uid: id.to_string(), source, key, title }
    });
    let with = told
        .participants
        .iter()
        .map(|one| WithLine { contact: one.contact.to_string(), role: one.role.word().to_owned() });
    PassedLine {
        uid: told.id.to_string(),
        kind: told.kind.word().to_owned(),
        channel: told.channel.word().to_owned(),
        direction: told.direction.word().to_owned(),
        at: told.moment.millis(),
        offset_minutes: told.moment.offset_minutes,
        conversation,
        is_reply: told.is_reply,
        automated: told.automated,
        removed: passed.removed,
        source: passed.source,
        native_id: passed.native_id,
        with: with.collect(),
        subject: told.subject,
        text: told.text,
        quoted: told.quoted,
        signature: told.signature,
        raw: if passed.raw.is_empty() { String::new() } else { STANDARD.encode(passed.raw) },
        judged: passed.judged.map(|(by, acts)| JudgedLine {
            engine: by.engine,
            lean: by.lean,
            swayed: by.swayed,
            acts: acts.iter().map(act_line).collect(),
        }),
    }
}

fn act_line(act: &model::Act) -> ActLine {
    let place = |byte: usize| u32::try_from(byte).unwrap_or(u32::MAX);
    ActLine {
        kind: act.kind.word().to_owned(),
        from: place(act.sentence.start),
        to: place(act.sentence.end),
        certainty: act.certainty,
    }
}
