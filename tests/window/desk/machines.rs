//! What stands behind a desk: a screen where there is none, and the driver that opens the window.

use std::env;
use std::io::{BufRead, BufReader};
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
    _screen: Option<Machine>,
}

impl Machines {
    /// Starts them, with this folder as home for all that a program keeps.
    pub(super) async fn start(home: &Path) -> Self {
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
        let driver =
            Machine(driver.spawn().expect("WebKitWebDriver starts (Debian: webkit2gtk-driver)"));
        listens(port).await;
        Self { port, _driver: driver, _screen: screen }
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
