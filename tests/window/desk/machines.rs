//! What stands behind a desk: a screen where there is none, and the driver that opens the window.

use std::env;
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;

const PATIENCE: Duration = Duration::from_secs(20);

/// Ends its process when it goes.
struct Machine(Child);

impl Drop for Machine {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

pub(super) struct Machines {
    port: u16,
    // In the order in which they end.
    _driver: Machine,
    _keychain: Option<Keychain>,
    _screen: Option<Machine>,
}

impl Machines {
    /// Starts them, with this folder as home for all that a program keeps. Without a keychain of
    /// its own there is none: the person's must not be touched.
    pub(super) async fn start(home: &Path, with_keychain: bool) -> Self {
        let (screen, display) = match env::var("DISPLAY") {
            Ok(display) if !display.is_empty() => (None, display),
            _ => {
                let (screen, display) = screen();
                (Some(screen), display)
            }
        };
        let port = free_port();
        let mut driver = Command::new("WebKitWebDriver");
        driver.arg(format!("--port={port}")).stdout(Stdio::null()).stderr(Stdio::null());
        driver.env("TAURI_WEBVIEW_AUTOMATION", "true").env("DISPLAY", display);
        for name in ["XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"] {
            driver.env(name, home.join(name));
        }
        // X11 as everywhere the journeys run, also where the person's own screen is Wayland.
        driver.env("GDK_BACKEND", "x11").env_remove("WAYLAND_DISPLAY").env_remove("REQUITE_STORE");
        let keychain = with_keychain.then(|| Keychain::start(home));
        let bus = keychain.as_ref().map_or("unix:path=/proc/no/bus", |it| &it.bus);
        driver.env("DBUS_SESSION_BUS_ADDRESS", bus);
        let driver =
            Machine(driver.spawn().expect("WebKitWebDriver starts (Debian: webkit2gtk-driver)"));
        listens(port).await;
        Self { port, _driver: driver, _keychain: keychain, _screen: screen }
    }

    /// Opens the built window on this store.
    pub(super) async fn connect(&self, store: &Path) -> Client {
        let window = env::var("REQUITE_WINDOW")
            .expect("REQUITE_WINDOW names the built window: `cargo xtask test` sets it");
        let wishes =
            json!({ "webkitgtk:browserOptions": { "binary": window, "args": ["--store", store] } });
        ClientBuilder::new(HttpConnector::new())
            .capabilities(wishes.as_object().unwrap().clone())
            .connect(&format!("http://127.0.0.1:{}", self.port))
            .await
            .expect("the window opens")
    }
}

/// A session of its own with a keychain in it, which is open.
struct Keychain {
    bus: String,
    // In the order in which they end.
    _keyring: Machine,
    _bus: Machine,
}

impl Keychain {
    /// Now and then the keyring comes up without a place for entries, and stays so however long it is
    /// waited for (GNOME Keyring 42: one start in ten). Then another one is started elsewhere.
    fn start(home: &Path) -> Self {
        let mut started =
            (0..8).map(|number| Self::started(&home.join(format!("keychain-{number}"))));
        started.find(Self::has_a_place).expect("the keychain has a place for entries")
    }

    fn started(folder: &Path) -> Self {
        std::fs::create_dir_all(folder).unwrap();
        let mut bus = Command::new("dbus-daemon")
            .args(["--session", "--nofork", "--print-address"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("dbus-daemon starts (Debian: dbus)");
        let mut address = String::new();
        BufReader::new(bus.stdout.take().unwrap()).read_line(&mut address).unwrap();
        let address = address.trim().to_owned();
        let mut keyring = Command::new("gnome-keyring-daemon")
            .args(["--foreground", "--components=secrets", "--unlock"])
            .env("DBUS_SESSION_BUS_ADDRESS", &address)
            .env("XDG_DATA_HOME", folder)
            .env("XDG_RUNTIME_DIR", folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("gnome-keyring-daemon starts (Debian: gnome-keyring)");
        // What opens it is read to the end.
        keyring.stdin.take().unwrap().write_all(b"invented").unwrap();
        Self { bus: address, _keyring: Machine(keyring), _bus: Machine(bus) }
    }

    /// Whether it is known on the bus, and has a place for entries, within a few seconds.
    fn has_a_place(&self) -> bool {
        let start = Instant::now();
        let asked = || {
            Command::new("dbus-send")
                .args(["--session", "--print-reply", "--dest=org.freedesktop.secrets"])
                .args(["/org/freedesktop/secrets", "org.freedesktop.Secret.Service.ReadAlias"])
                .arg("string:default")
                .env("DBUS_SESSION_BUS_ADDRESS", &self.bus)
                .output()
        };
        let place = |told: &[u8]| String::from_utf8_lossy(told).contains("path \"/org");
        while !asked().is_ok_and(|it| it.status.success() && place(&it.stdout)) {
            if start.elapsed() > Duration::from_secs(4) {
                return false;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        true
    }
}

/// Waits until the window on this store is gone: one that opens while it goes would hand over to
/// it and go too, and the driver would wait for ever.
pub(super) async fn gone(store: &Path) {
    let start = Instant::now();
    while is_there(store) {
        assert!(start.elapsed() < PATIENCE, "the window does not close");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// Whether a program is running on this store, as the system lists programs.
fn is_there(store: &Path) -> bool {
    let store = store.as_os_str().as_encoded_bytes();
    let programs = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    let said = programs.filter_map(|it| std::fs::read(it.path().join("cmdline")).ok());
    said.into_iter().any(|said| said.split(|byte| *byte == 0).any(|word| word == store))
}

/// A screen that nobody sees; it says itself which number it got.
fn screen() -> (Machine, String) {
    let mut xvfb = Command::new("Xvfb")
        .args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("Xvfb starts (Debian: xvfb)");
    let mut number = String::new();
    BufReader::new(xvfb.stdout.take().unwrap()).read_line(&mut number).unwrap();
    assert!(!number.trim().is_empty(), "Xvfb found no screen to open");
    (Machine(xvfb), format!(":{}", number.trim()))
}

fn free_port() -> u16 {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap().port()
}

async fn listens(port: u16) {
    let start = Instant::now();
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
        assert!(start.elapsed() < PATIENCE, "WebKitWebDriver does not listen");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}
