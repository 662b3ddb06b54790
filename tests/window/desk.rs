//! A person's desk for one journey: a screen, the window on it, and hands.
//!
//! Each desk has a folder of its own for the store, settings and caches, so that journeys run
//! side by side and leave nothing behind.

mod machines;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use std::{env, fs};

use fantoccini::Client;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::{Element, ElementRef};
use fantoccini::key::Key;
use machines::Machines;
use serde_json::{Value, json};
use tempfile::TempDir;

const NAMES: &str = include_str!("names.js");
const PATIENCE: Duration = Duration::from_secs(10);

/// The key under which WebDriver hands over an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

pub(crate) struct Desk {
    client: Client,
    store: PathBuf,
    // In the order in which they end.
    _machines: Machines,
    _folder: TempDir,
}

impl Desk {
    /// Opens the window on an empty store.
    pub(crate) async fn open() -> Self {
        let folder = TempDir::new().unwrap();
        let store = folder.path().join("requite.db");
        Self::open_in(folder, store).await
    }

    /// Opens the window on this store, in a folder that lasts as long as the desk.
    pub(crate) async fn open_in(folder: TempDir, store: PathBuf) -> Self {
        let machines = Machines::start(folder.path()).await;
        let client = machines.connect(&store).await;
        Self { client, store, _machines: machines, _folder: folder }
    }

    /// The store that the window stands on.
    pub(crate) fn store(&self) -> &Path {
        &self.store
    }

    /// Closes the window as a person would be done with it.
    pub(crate) async fn close(self) {
        self.client.close().await.unwrap();
    }

    /// Runs a script in the page and answers what it returns.
    pub(crate) async fn run(&self, script: &str) -> Value {
        self.client.execute(script, vec![]).await.unwrap()
    }

    /// Runs a script that answers later, through the function that is its last argument.
    pub(crate) async fn run_and_wait(&self, script: &str, given: Vec<Value>) -> Value {
        self.client.execute_async(script, given).await.unwrap()
    }

    pub(crate) async fn click(&self, role: &str, name: &str) {
        self.wait_for(role, name).await.click().await.unwrap();
    }

    /// Types into the field that bears this label, after what stands there.
    pub(crate) async fn type_into(&self, label: &str, text: &str) {
        let field = self.wait_for("textbox searchbox combobox spinbutton", label).await;
        field.click().await.unwrap();
        field.send_keys(text).await.unwrap();
    }

    /// Presses keys together: `Control+k`, `Escape`, `?`.
    pub(crate) async fn press(&self, keys: &str) {
        let keys: Vec<char> = keys.split('+').map(key).collect();
        let down = keys.iter().map(|&value| KeyAction::Down { value });
        let up = keys.iter().rev().map(|&value| KeyAction::Up { value });
        let presses = down.chain(up).fold(KeyActions::new("keys".into()), InputSource::then);
        self.client.perform_actions(presses).await.unwrap();
    }

    /// Waits until there is an element of this role and name; an empty name is any.
    pub(crate) async fn wait_for(&self, role: &str, name: &str) -> Element {
        let start = Instant::now();
        loop {
            let found = self.find(role, name).await;
            if let Some(id) = found["element"][ELEMENT].as_str() {
                return Element::from_element_id(
                    self.client.clone(),
                    ElementRef::from(id.to_owned()),
                );
            }
            if start.elapsed() > PATIENCE {
                self.give_up(&format!("no {role} “{name}”; there are {}", found["names"])).await;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Whether there is such an element now.
    pub(crate) async fn there(&self, role: &str, name: &str) -> bool {
        self.find(role, name).await["element"].is_object()
    }

    /// Waits until the page says this somewhere.
    pub(crate) async fn wait_for_text(&self, text: &str) {
        let start = Instant::now();
        while !self.text().await.contains(text) {
            if start.elapsed() > PATIENCE {
                self.give_up(&format!("nothing says “{text}”")).await;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// All that the page says, as it is shown.
    pub(crate) async fn text(&self) -> String {
        self.run("return document.body.innerText").await.as_str().unwrap_or_default().to_owned()
    }

    /// Gives the page this many pixels.
    pub(crate) async fn size(&self, width: u32, height: u32) {
        self.client.set_window_size(width, height).await.unwrap();
        let start = Instant::now();
        while self.run("return [innerWidth, innerHeight]").await != json!([width, height]) {
            assert!(start.elapsed() < PATIENCE, "the window does not become {width}×{height}");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// `light` or `dark`, as the owner's choice would set it.
    pub(crate) async fn theme(&self, theme: &str) {
        self.client
            .execute("document.documentElement.dataset.theme = arguments[0]", vec![json!(theme)])
            .await
            .unwrap();
    }

    /// Keeps a picture of the window, where `REQUITE_SHOTS` names a folder for them.
    pub(crate) async fn screenshot(&self, name: &str) {
        let picture = self.client.screenshot().await.unwrap();
        assert!(picture.starts_with(b"\x89PNG"), "the driver's picture is none");
        if let Some(folder) = env::var_os("REQUITE_SHOTS") {
            fs::create_dir_all(&folder).unwrap();
            fs::write(Path::new(&folder).join(format!("{name}.png")), picture).unwrap();
        }
    }

    /// axe finds nothing in what is shown now.
    pub(crate) async fn accessible(&self) {
        let axe =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/node_modules/axe-core/axe.min.js");
        self.run(&fs::read_to_string(axe).unwrap()).await;
        let found = self.run_and_wait(AXE, vec![]).await;
        assert_eq!(found, json!([]), "axe finds fault");
    }

    async fn find(&self, role: &str, name: &str) -> Value {
        let script = format!("{NAMES}\nreturn find(arguments[0], arguments[1]);");
        self.client.execute(&script, vec![json!(role), json!(name)]).await.unwrap()
    }

    async fn give_up(&self, complaint: &str) -> ! {
        self.screenshot("given-up").await;
        panic!("{complaint}\n\nThe page says:\n{}", self.text().await);
    }
}

const AXE: &str = "
    const done = arguments[arguments.length - 1];
    const short = (it) => [it.id, it.help, ...it.nodes.map((node) => node.html)].join('\\n  ');
    window.axe.run(document, { resultTypes: ['violations'] }).then(
      (result) => done(result.violations.map(short)),
      (trouble) => done([String(trouble)]),
    );";

fn key(name: &str) -> char {
    match name {
        "Control" => Key::Control.into(),
        "Shift" => Key::Shift.into(),
        "Alt" => Key::Alt.into(),
        "Enter" => Key::Enter.into(),
        "Escape" => Key::Escape.into(),
        "Tab" => Key::Tab.into(),
        "Backspace" => Key::Backspace.into(),
        "Delete" => Key::Delete.into(),
        "Home" => Key::Home.into(),
        "End" => Key::End.into(),
        "Up" => Key::Up.into(),
        "Down" => Key::Down.into(),
        "Left" => Key::Left.into(),
        "Right" => Key::Right.into(),
        letter => letter.chars().next().unwrap(),
    }
}
