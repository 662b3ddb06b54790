//! Bringings in of files: what was asked for, what came of it, what could not be read.

use crate::interaction::{moment, uid};
use crate::{Fault, Reader, Writer};
use model::{ImportId, Moment, Uid};
use rusqlite::{OptionalExtension, params};
use std::collections::BTreeMap;

/// What an import came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ImportCounts {
    /// Contacts that were not there.
    pub contacts_new: u32,
    /// Contacts of whom something changed.
    pub contacts_updated: u32,
    /// Interactions that were not there.
    pub interactions_new: u32,
    /// Interactions that were there already.
    pub interactions_same: u32,
    /// Notes that were not there.
    pub notes_new: u32,
    /// People of whom it was not sure who they are.
    pub unsure: u32,
}

/// One import, for the list of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportRow {
    /// Its name.
    pub id: ImportId,
    /// When it began.
    pub at: Moment,
    /// The files, as they were shown.
    pub files: Vec<String>,
    /// What it came to.
    pub counts: ImportCounts,
    /// How many places could not be read.
    pub snags: u32,
    /// Whether it came to its end.
    pub finished: bool,
    /// Whether the owner took it back.
    pub taken_back: bool,
}

/// By what a file is known when it comes again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileMark {
    /// The import that read it.
    pub import: ImportId,
    /// How far it was read, in bytes.
    pub length: u64,
    /// The hash of that part.
    pub content: [u8; 32],
    /// Which reader read it.
    pub reader: u32,
    /// How much that part holds that was brought in, or was there already.
    pub brought: u32,
    /// The import that read its beginning, where this one went on from there.
    pub goes_on_from: Option<ImportId>,
}

/// What could not be read: the file, the line where it begins, and why.
pub type KeptSnag = (String, Option<u64>, String);

impl Writer<'_> {
    /// Begins an import, or goes on with the one of this key. From here on this deed is part
    /// of it, and is taken back with it.
    pub fn begin_import(&mut self, paths: &[String], key: &Uid) -> Result<ImportId, Fault> {
        let now = self.now();
        let mut add = self.db().prepare_cached(include_str!("import/add.sql"))?;
        let values = params![key.as_bytes(), now.millis(), now.offset_minutes];
        let row: i64 = add.query_row(values, |row| row.get(0))?;
        drop(add);
        let mut add = self.db().prepare_cached(include_str!("import/add_file.sql"))?;
        for (place, path) in (0_i64..).zip(paths) {
            add.execute(params![row, place, path])?;
        }
        drop(add);
        self.import = Some(ImportId(*key));
        self.touched.imports = true;
        Ok(ImportId(*key))
    }

    /// Keeps what could not be read.
    pub fn note_snags(&mut self, import: ImportId, snags: &[KeptSnag]) -> Result<(), Fault> {
        let row = self.import_row(import)?;
        let mut add = self.db().prepare_cached(include_str!("import/add_snag.sql"))?;
        for (file, line, why) in snags {
            let line = line.map(|line| i64::try_from(line).unwrap_or(i64::MAX));
            add.execute(params![row, file, line, why])?;
        }
        drop(add);
        self.touched.imports = true;
        Ok(())
    }

    /// Keeps by what a file is known when it comes again; `place` among those that the import
    /// began with.
    pub fn mark_file(&mut self, place: u32, mark: &FileMark) -> Result<(), Fault> {
        let row = self.import_row(mark.import)?;
        let length = i64::try_from(mark.length).unwrap_or(i64::MAX);
        let before = mark.goes_on_from.as_ref().map(|import| import.0.as_bytes());
        let mut keep = self.db().prepare_cached(include_str!("import/mark_file.sql"))?;
        keep.execute(params![row, place, length, mark.content, mark.reader, mark.brought, before])?;
        Ok(())
    }

    /// Keeps what an import came to so far; `finished` where nothing of it is left to do.
    pub fn end_import(
        &mut self,
        import: ImportId,
        counts: &ImportCounts,
        finished: bool,
    ) -> Result<(), Fault> {
        let row = self.import_row(import)?;
        let mut end = self.db().prepare_cached(include_str!("import/end.sql"))?;
        end.execute(params![
            row,
            counts.contacts_new,
            counts.contacts_updated,
            counts.interactions_new,
            counts.interactions_same,
            counts.notes_new,
            counts.unsure,
            finished
        ])?;
        drop(end);
        self.touched.imports = true;
        Ok(())
    }
}

impl Reader<'_> {
    /// Every import, the newest first.
    pub fn imports(&self) -> Result<Vec<ImportRow>, Fault> {
        let mut ask = self.db().prepare_cached(include_str!("import/all.sql"))?;
        let mut rows = ask.query([])?;
        let mut imports = Vec::new();
        while let Some(row) = rows.next()? {
            imports.push(ImportRow {
                id: ImportId(uid(row, 1)?),
                at: moment(row, 2)?,
                files: self.files_of(row.get(0)?)?,
                counts: ImportCounts {
                    contacts_new: row.get(4)?,
                    contacts_updated: row.get(5)?,
                    interactions_new: row.get(6)?,
                    interactions_same: row.get(7)?,
                    notes_new: row.get(8)?,
                    unsure: row.get(9)?,
                },
                snags: row.get(10)?,
                finished: row.get(11)?,
                taken_back: row.get(12)?,
            });
        }
        Ok(imports)
    }

    /// By what files are known that came in whole and were not taken back since, nor was what
    /// they go on from.
    pub fn file_marks(&self) -> Result<Vec<FileMark>, Fault> {
        let mut ask = self.db().prepare_cached(include_str!("import/marks.sql"))?;
        let mut rows = ask.query([])?;
        let mut stands: BTreeMap<i64, (ImportId, bool)> = BTreeMap::new();
        let mut marks = Vec::new();
        while let Some(row) = rows.next()? {
            let import = ImportId(uid(row, 1)?);
            let before: Option<i64> = row.get(6)?;
            let before = before.map(|before| stands.get(&before).copied());
            // An import goes on from one that came before it, which was met already.
            let on_firm_ground = before.is_none_or(|it| it.is_some_and(|(_, stands)| stands));
            let mark_stands = row.get::<_, bool>(7)? && on_firm_ground;
            let known = stands.entry(row.get(0)?).or_insert((import, true));
            known.1 &= mark_stands;
            if mark_stands {
                marks.push(FileMark {
                    import,
                    length: u64::try_from(row.get::<_, i64>(2)?).unwrap_or(0),
                    content: row.get(3)?,
                    reader: row.get(4)?,
                    brought: row.get(5)?,
                    goes_on_from: before.flatten().map(|(import, _)| import),
                });
            }
        }
        Ok(marks)
    }

    /// What an import could not read, in the order in which it was met.
    pub fn snags(&self, import: ImportId) -> Result<Vec<KeptSnag>, Fault> {
        let row = self.import_row(import)?;
        let mut ask = self.db().prepare_cached(include_str!("import/snags.sql"))?;
        let snags = ask.query_map([row], |row| {
            let line: Option<i64> = row.get(1)?;
            let line = line.and_then(|line| u64::try_from(line).ok());
            Ok((row.get(0)?, line, row.get(2)?))
        })?;
        Ok(snags.collect::<Result<_, _>>()?)
    }

    fn files_of(&self, import: i64) -> Result<Vec<String>, Fault> {
        let mut ask = self.db().prepare_cached(include_str!("import/files.sql"))?;
        let files = ask.query_map([import], |row| row.get(0))?;
        Ok(files.collect::<Result<_, _>>()?)
    }

    fn import_row(&self, import: ImportId) -> Result<i64, Fault> {
        let mut ask = self.db().prepare_cached("SELECT id FROM import WHERE uid = ?1")?;
        let row = ask.query_row([import.0.as_bytes()], |row| row.get(0));
        row.optional()?.ok_or(Fault::Missing("import"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::told::{from, now, store};
    use crate::{Deed, Origin, Store};

    fn key(name: &str) -> Uid {
        Uid::derived(&[name.as_bytes()])
    }

    fn begin(store: &Store, name: &str, who: &'static str) -> ImportId {
        let key = key(name);
        let done = store.told(Deed::Import, move |writer| {
            let paths = ["a.zip".to_owned(), "b.mbox".to_owned()];
            let import = writer.begin_import(&paths, &key)?;
            let origin = Origin { source: "mail", native_id: "", import: Some(import) };
            writer.add_interaction(&from(1, who, "Hello"), &origin)?;
            Ok(import)
        });
        assert!(done.touched.imports);
        done.value
    }

    #[test]
    fn an_import_is_told_with_its_files_its_counts_and_its_snags() {
        let store = store();
        store.knows(&["Ada"]);
        let import = begin(&store, "one", "Ada");
        let counts = ImportCounts { contacts_new: 1, interactions_new: 2, ..Default::default() };
        let snags: Vec<KeptSnag> = vec![
            ("a.zip/messages.csv".into(), Some(7), "A date makes no sense.".into()),
            ("b.mbox".into(), None, "It ends in the middle.".into()),
        ];
        let noted = snags.clone();
        store.told(Deed::Import, move |writer| {
            writer.note_snags(import, &noted)?;
            writer.end_import(import, &counts, true)
        });
        let expected = ImportRow {
            id: import,
            at: now(),
            files: vec!["a.zip".into(), "b.mbox".into()],
            counts,
            snags: 2,
            finished: true,
            taken_back: false,
        };
        assert_eq!(store.asked(|reader| reader.imports()), [expected]);
        assert_eq!(store.asked(|reader| reader.snags(import)), snags);
    }

    #[test]
    fn the_same_key_goes_on_with_the_same_import() {
        let store = store();
        store.knows(&["Ada", "Bea"]);
        let first = begin(&store, "one", "Ada");
        let again = begin(&store, "one", "Bea");
        assert_eq!(first, again);
        begin(&store, "two", "Ada");
        let imports = store.asked(|reader| reader.imports());
        let ids: Vec<ImportId> = imports.iter().map(|row| row.id).collect();
        assert_eq!(ids, [ImportId(key("two")), first]);
        assert!(!imports[1].finished);
    }

    #[test]
    fn an_import_taken_back_says_so_until_it_is_brought_back() {
        let store = store();
        store.knows(&["Ada"]);
        let import = begin(&store, "one", "Ada");
        let taken_back = || store.asked(|reader| reader.imports())[0].taken_back;
        store.take_back_import(import, now()).unwrap();
        assert!(taken_back());
        assert_eq!(store.asked(|reader| reader.counts()).interactions, 0);
        store.redo(now()).unwrap();
        assert!(!taken_back());
        assert_eq!(store.asked(|reader| reader.counts()).interactions, 1);
    }

    #[test]
    fn an_import_that_never_was_has_no_snags() {
        let store = store();
        let asked = store.read(|reader| reader.snags(ImportId(key("none"))));
        assert!(matches!(asked, Err(Fault::Missing("import"))));
    }
}
