//! A person's desk for one journey: a screen, the window on it, and hands.
//!
//! Each desk has a folder of its own for the store, settings and caches, so that journeys run
//! side by side and leave nothing behind.

mod eyes;
mod machines;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use app::App;
use fantoccini::Client;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::{Element, ElementRef};
use fantoccini::key::Key;
use machines::Machines;
use serde_json::{Value, json};
use support::House;
use tempfile::TempDir;

const NAMES: &str = include_str!("names.js");
const PATIENCE: Duration = Duration::from_secs(20);
const PAUSE: Duration = Duration::from_millis(50);

/// The key under which WebDriver hands over an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// Hears from then on what a developer would read in the console.
const LISTEN: &str = "
    window.heard = [];
    const hear = (words) => window.heard.push(String(words));
    addEventListener('error', (it) => hear(it.message));
    addEventListener('unhandledrejection', (it) => hear(it.reason?.stack ?? it.reason));
    addEventListener('securitypolicyviolation', (it) => hear(it.violatedDirective + ' ' + it.blockedURI));
    const complain = console.error;
    console.error = (...all) => { hear(all.join(' ')); complain(...all); };";

/// Files dropped on the window. A hand cannot be lent to the system's pointer: this says to the
/// page, by the function that Tauri calls for it, what Tauri says when files are dropped.
const DROP: &str = "
    const [paths] = arguments;
    const say = window['__internal_unstable_listeners_function_id__'];
    const hearers = window['__internal_unstable_listeners_object_id__'];
    const position = { x: 400, y: 300 };
    for (const [event, payload] of [
      ['tauri://drag-enter', { paths, position }],
      ['tauri://drag-drop', { paths, position }],
    ]) say({ event, payload }, Object.getOwnPropertyNames(hearers[event]));";

const HEARS_DROPS: &str = "
    const hearers = window['__internal_unstable_listeners_object_id__'];
    return Object.getOwnPropertyNames(hearers?.['tauri://drag-drop'] ?? {}).length > 0;";

pub(crate) struct Desk {
    client: Client,
    store: PathBuf,
    // In the order in which they end.
    machines: Machines,
    _folder: Folder,
}

/// What lasts as long as the desk: the store and all that a program keeps beside it.
enum Folder {
    Bare(TempDir),
    Furnished(Box<House>),
}

impl Desk {
    /// Opens the window on a store in which nothing is yet.
    pub(crate) async fn open() -> Self {
        let folder = TempDir::new().unwrap();
        let store = folder.path().join("requite.db");
        drop(App::unencrypted(&store).unwrap());
        Self::open_in(Folder::Bare(folder), (store, false)).await
    }

    /// Opens the window where no store is yet, in a system with a keychain or without.
    pub(crate) async fn open_bare(keychain: bool) -> Self {
        let folder = TempDir::new().unwrap();
        let store = folder.path().join("requite.db");
        Self::open_in(Folder::Bare(folder), (store, keychain)).await
    }

    /// Opens the window on a store that was prepared.
    pub(crate) async fn open_on(mut house: House) -> Self {
        house.close();
        let store = house.store_path();
        Self::open_in(Folder::Furnished(Box::new(house)), (store, false)).await
    }

    async fn open_in(folder: Folder, (store, keychain): (PathBuf, bool)) -> Self {
        let machines = Machines::start(folder.path(), keychain).await;
        let client = machines.connect(&store).await;
        let desk = Self { client, store, machines, _folder: folder };
        desk.come_in().await;
        desk
    }

    /// Closes the window and opens it again, as on the next day.
    pub(crate) async fn restart(&mut self) {
        self.restart_after(|_| ()).await;
    }

    /// The same, with something done to the folder of the store while nothing has it open.
    pub(crate) async fn restart_after(&mut self, meanwhile: impl FnOnce(&Path)) {
        self.client.clone().close().await.unwrap();
        machines::gone(&self.store).await;
        meanwhile(self.store.parent().unwrap());
        self.client = self.machines.connect(&self.store).await;
        self.come_in().await;
    }

    /// The page hangs, and is heard.
    async fn come_in(&self) {
        self.wait_until(
            "return document.readyState === 'complete' && !!document.querySelector('main')",
        )
        .await;
        self.run(LISTEN).await;
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

    /// Chooses a radio by its words, as one does whose own circle is drawn by the page.
    pub(crate) async fn choose(&self, name: &str) {
        let radio = self.wait_for("radio", name).await;
        let script = "arguments[0].labels[0].click()";
        self.client.execute(script, vec![serde_json::to_value(radio).unwrap()]).await.unwrap();
    }

    /// Types into the field that bears this label, after what stands there.
    pub(crate) async fn type_into(&self, label: &str, text: &str) {
        let field = self.wait_for("textbox searchbox combobox spinbutton", label).await;
        field.click().await.unwrap();
        field.send_keys(text).await.unwrap();
    }

    /// Types into whatever has the focus.
    pub(crate) async fn write(&self, text: &str) {
        let text = text.replace('\n', &char::from(Key::Enter).to_string());
        self.client.active_element().await.unwrap().send_keys(&text).await.unwrap();
    }

    /// Drops files on the window.
    pub(crate) async fn drop(&self, paths: &[String]) {
        self.wait_until(HEARS_DROPS).await;
        self.client.execute(DROP, vec![json!(paths)]).await.unwrap();
    }

    /// Goes to a room by its keys: `g t`.
    pub(crate) async fn go(&self, letter: &str) {
        self.press("g").await;
        self.press(letter).await;
    }

    /// Presses keys together: `Control+k`, `Escape`, `?`.
    pub(crate) async fn press(&self, keys: &str) {
        let keys: Vec<char> = keys.split('+').map(key).collect();
        let down = keys.iter().map(|&value| KeyAction::Down { value });
        let up = keys.iter().rev().map(|&value| KeyAction::Up { value });
        let presses = down.chain(up).fold(KeyActions::new("keys".into()), InputSource::then);
        self.client.perform_actions(presses).await.unwrap();
    }

    /// Presses one key so many times.
    pub(crate) async fn press_often(&self, name: &str, times: usize) {
        let value = key(name);
        let once = [KeyAction::Down { value }, KeyAction::Up { value }];
        let all = std::iter::repeat_n(once, times).flatten();
        let presses = all.fold(KeyActions::new("keys".into()), InputSource::then);
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
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Waits until there is no such element.
    pub(crate) async fn wait_for_none(&self, role: &str, name: &str) {
        let start = Instant::now();
        while self.there(role, name).await {
            if start.elapsed() > PATIENCE {
                self.give_up(&format!("there is still a {role} “{name}”")).await;
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Waits until a script answers yes.
    pub(crate) async fn wait_until(&self, script: &str) {
        let start = Instant::now();
        while self.run(script).await != json!(true) {
            if start.elapsed() > PATIENCE {
                self.give_up(&format!("it does not come true: {script}")).await;
            }
            tokio::time::sleep(PAUSE).await;
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
            tokio::time::sleep(PAUSE).await;
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
            tokio::time::sleep(PAUSE).await;
        }
    }

    async fn find(&self, role: &str, name: &str) -> Value {
        let script = format!("{NAMES}\nreturn find(arguments[0], arguments[1]);");
        self.client.execute(&script, vec![json!(role), json!(name)]).await.unwrap()
    }

    async fn give_up(&self, complaint: &str) -> ! {
        let journey = std::thread::current().name().unwrap_or_default().replace("::", "-");
        self.screenshot(&format!("given-up-{journey}")).await;
        panic!("{complaint}\n\nThe page says:\n{}", self.text().await);
    }
}

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

impl Folder {
    fn path(&self) -> &Path {
        match self {
            Self::Bare(folder) => folder.path(),
            Self::Furnished(house) => house.beside(),
        }
    }
}
