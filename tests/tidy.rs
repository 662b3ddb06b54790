//! The walls, checked: the map in ARCHITECTURE.md, the rooms' dependencies, the size of files,
//! and what may stand in which room only.

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};
    use std::path::{Path, PathBuf};

    /// The longest a file may be without its tests.
    const LINES: usize = 400;
    /// What no room's own sources lie in.
    const PASSED_OVER: [&str; 6] = ["target", "node_modules", "dist", "fixtures", "gen", ".git"];

    fn root() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
    }

    fn read(path: &Path) -> String {
        std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    /// The files under a folder with one of these endings, named from the root.
    fn files(folder: &str, endings: &[&str]) -> Vec<String> {
        let mut found = Vec::new();
        walk(&root().join(folder), endings, &mut found);
        found.sort();
        assert!(!found.is_empty(), "there is nothing in {folder}");
        found
    }

    fn walk(folder: &Path, endings: &[&str], found: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir() && !PASSED_OVER.contains(&name.as_str()) {
                walk(&path, endings, found);
            } else if endings.iter().any(|ending| name.ends_with(ending)) {
                let from_root = path.strip_prefix(root()).unwrap();
                found.push(from_root.to_string_lossy().replace('\\', "/"));
            }
        }
    }

    /// The members of the workspace: the package's name and its folder.
    fn members() -> BTreeMap<String, PathBuf> {
        let manifest = read(&root().join("Cargo.toml"));
        let list = manifest.split_once("\nmembers = [").unwrap().1.split_once("\n]").unwrap().0;
        let folders = list.split('"').skip(1).step_by(2).map(|folder| root().join(folder));
        folders.map(|folder| (package_name(&folder), folder)).collect()
    }

    fn package_name(folder: &Path) -> String {
        let manifest = read(&folder.join("Cargo.toml"));
        let line = manifest.lines().find(|line| line.starts_with("name = ")).unwrap();
        line.split('"').nth(1).unwrap().to_owned()
    }

    /// What a manifest depends on; for building and for tests, too, where `all` is asked for.
    fn dependencies(folder: &Path, all: bool) -> BTreeSet<String> {
        let mut names = BTreeSet::new();
        let mut within = false;
        for line in read(&folder.join("Cargo.toml")).lines().map(str::trim) {
            if let Some(heading) = line.strip_prefix('[') {
                let own = heading.ends_with("dependencies]");
                within = own && (all || !heading.contains("dev-dependencies"));
            } else if within && !line.starts_with('#') {
                let name = line.split(['=', '.', ' ']).next().unwrap_or_default();
                names.extend(Some(name.to_owned()).filter(|name| !name.is_empty()));
            }
        }
        names
    }

    /// The rooms and their arrows, as ARCHITECTURE.md draws them.
    fn drawn() -> BTreeMap<String, BTreeSet<String>> {
        let text = read(&root().join("ARCHITECTURE.md"));
        let (_, block) = text.split_once("\n```rooms\n").expect("a block that begins ```rooms");
        let block = block.split_once("\n```").expect("the end of the block of rooms").0;
        let room = |line: &str| {
            let (room, arrows) = line.split_once("->").unwrap_or((line, ""));
            let arrows = arrows.split_whitespace().map(str::to_owned).collect();
            (room.trim().to_owned(), arrows)
        };
        block.lines().filter(|line| !line.trim().is_empty()).map(room).collect()
    }

    /// Members that stand outside the house: they test it and open its doors.
    const OUTSIDE: [&str; 2] = ["tests", "xtask"];

    #[test]
    fn the_map_in_architecture_is_true() {
        let mut members = members();
        for outside in OUTSIDE {
            assert!(members.remove(outside).is_some(), "{outside} is no member");
        }
        for (name, folder) in &members {
            let seen = dependencies(folder, true);
            assert!(OUTSIDE.iter().all(|outside| !seen.contains(*outside)), "{name}: {seen:?}");
        }
        let rooms: BTreeSet<&String> = members.keys().collect();
        let built: BTreeMap<String, BTreeSet<String>> = members
            .iter()
            .map(|(name, folder)| {
                let all = dependencies(folder, false);
                (name.clone(), all.into_iter().filter(|name| rooms.contains(name)).collect())
            })
            .collect();
        assert!(built["app"].contains("store"), "the manifests are read wrongly: {built:?}");
        assert_eq!(drawn(), built, "left: ARCHITECTURE.md, right: the manifests");
    }

    #[test]
    fn store_import_and_judge_never_see_one_another() {
        let walled = ["store", "import", "judge"];
        for (name, folder) in members() {
            if !walled.contains(&name.as_str()) {
                continue;
            }
            // Not even in their tests.
            let seen = dependencies(&folder, true);
            for other in walled.iter().filter(|other| **other != name) {
                assert!(!seen.contains(*other), "{name} sees {other}");
            }
            assert!(!seen.contains("app"), "{name} sees app");
            assert!(seen.contains("model"), "{name} is read wrongly: {seen:?}");
        }
    }

    #[test]
    fn the_model_sees_no_room() {
        let members = members();
        let seen = dependencies(&members["model"], true);
        assert!(members.keys().all(|room| !seen.contains(room)), "{seen:?}");
        assert!(!seen.contains("serde") && !seen.contains("rusqlite"), "{seen:?}");
    }

    #[test]
    fn only_the_window_knows_tauri() {
        for (name, folder) in members() {
            let knows = dependencies(&folder, true).iter().any(|name| name.starts_with("tauri"));
            assert_eq!(knows, name == "window", "{name}");
        }
    }

    #[test]
    fn only_the_store_and_the_readers_know_the_database() {
        for (name, folder) in members() {
            // The journeys mark a store as one of a newer release; a Mac's messages are a database.
            let knows = dependencies(&folder, true).contains("rusqlite");
            let may = ["store", "tests", "import"];
            assert!(!knows || may.contains(&name.as_str()), "{name}");
        }
    }

    /// Words with which a statement begins, as they stand in a string.
    const SQL: [&str; 8] = [
        "\"SELECT ",
        "\"INSERT ",
        "\"UPDATE ",
        "\"DELETE FROM",
        "\"CREATE TABLE",
        "\"PRAGMA ",
        "\"WITH RECURSIVE",
        "\"DROP ",
    ];

    #[test]
    fn only_the_store_and_the_reader_of_a_database_speak_sql() {
        let reader = "crates/import/src/imessage/database.rs";
        let rooms = ["crates/model", "crates/judge", "crates/import", "crates/app", "crates/cli"];
        for folder in rooms.into_iter().chain(["src-tauri"]) {
            for file in files(folder, &[".rs"]).into_iter().filter(|file| file != reader) {
                let text = read(&root().join(&file));
                let squeezed = text.replace("r#\"", "\"").replace("\"\\\n", "\"");
                for word in SQL {
                    assert!(!squeezed.contains(word), "{file} holds {word}");
                }
            }
            assert!(files_if_any(folder, ".sql").is_empty(), "{folder} holds .sql files");
        }
        let store: String =
            files("crates/store", &[".rs"]).iter().map(|file| read(&root().join(file))).collect();
        assert!(SQL.iter().any(|word| store.contains(word)), "the words find nothing at all");
    }

    fn files_if_any(folder: &str, ending: &str) -> Vec<String> {
        let mut found = Vec::new();
        walk(&root().join(folder), &[ending], &mut found);
        found
    }

    #[test]
    fn only_the_bridge_speaks_to_tauri() {
        let mut bridge = 0;
        for file in files("ui/src", &[".ts", ".svelte"]) {
            let imports = read(&root().join(&file)).contains("@tauri-apps/");
            if file.starts_with("ui/src/bridge/") {
                bridge += usize::from(imports);
            } else {
                assert!(!imports, "{file} imports @tauri-apps");
            }
        }
        assert!(bridge > 0, "the bridge imports nothing: is it where it was?");
    }

    /// Sources that people write, everywhere.
    fn sources() -> Vec<String> {
        let folders = ["crates", "src-tauri", "tests", "xtask", "ui/src"];
        let all = folders.iter().flat_map(|folder| files(folder, &[".rs", ".ts", ".svelte"]));
        all.filter(|file| !file.ends_with("bindings.ts")).collect()
    }

    /// A file that is nothing but tests.
    fn is_test(file: &str) -> bool {
        let named = file.ends_with("/tests.rs") || file.contains(".test.");
        named
            || file.contains("/tests/")
            || file.starts_with("tests/")
            || file.contains("/testing/")
    }

    #[test]
    fn no_file_outgrows_its_noun() {
        let mut long = Vec::new();
        for file in sources().iter().filter(|file| !is_test(file)) {
            let text = read(&root().join(file));
            let lines = text.lines().take_while(|line| line.trim() != "#[cfg(test)]").count();
            if lines > LINES {
                long.push(format!("{file}: {lines}"));
            }
        }
        assert!(long.is_empty(), "over {LINES} lines without tests: {long:#?}");
    }

    #[test]
    fn nothing_is_left_for_later() {
        // Put together here, so that this file does not find itself.
        let marks = [["TO", "DO"], ["FIX", "ME"], ["todo", "!("], ["unimplemented", "!("]];
        let marks: Vec<String> = marks.iter().map(|parts| parts.concat()).collect();
        for file in sources() {
            let text = read(&root().join(&file));
            for (number, line) in text.lines().enumerate() {
                let found = marks.iter().find(|mark| line.contains(mark.as_str()));
                assert!(found.is_none(), "{file}:{}: {}", number + 1, line.trim());
            }
        }
    }

    #[test]
    fn every_crate_says_what_it_is() {
        for (name, folder) in members() {
            let heads = ["src/lib.rs", "src/main.rs", "support/lib.rs"];
            let heads: Vec<PathBuf> =
                heads.iter().map(|head| folder.join(head)).filter(|head| head.exists()).collect();
            assert!(!heads.is_empty(), "{name} has no head");
            for head in heads {
                assert!(read(&head).starts_with("//! "), "{} does not say", head.display());
            }
        }
    }
}
