//! The window, driven from outside: `WebKitWebDriver` over plain HTTP, under a screen that
//! nobody sees where there is none.

use std::env;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::Outcome;

const PATIENCE: Duration = Duration::from_secs(20);

/// Ends its process when it goes.
struct Machine(Child);

impl Drop for Machine {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The driver, ready to open windows.
pub(crate) struct Driver {
    port: u16,
    // In the order in which they end.
    _driver: Machine,
    _screen: Option<Machine>,
}

/// An open window.
pub(crate) struct Session<'a> {
    driver: &'a Driver,
    id: String,
}

impl Driver {
    /// Starts it, with this folder as home for all that the window keeps besides its store.
    pub(crate) fn start(home: &Path) -> Result<Self, String> {
        let (screen, display) = match env::var("DISPLAY") {
            Ok(display) if !display.is_empty() => (None, display),
            _ => screen().map(|(screen, display)| (Some(screen), display))?,
        };
        let port = free_port().ok_or("there is no free port")?;
        let mut driver = Command::new("WebKitWebDriver");
        driver.arg(format!("--port={port}")).stdout(Stdio::null()).stderr(Stdio::null());
        driver.env("TAURI_WEBVIEW_AUTOMATION", "true").env("DISPLAY", display);
        for name in ["XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"] {
            driver.env(name, home.join(name));
        }
        // X11 as in the journeys, also where the person's own screen is Wayland.
        driver.env("GDK_BACKEND", "x11").env_remove("WAYLAND_DISPLAY").env_remove("REQUITE_STORE");
        let driver = driver.spawn().map(Machine);
        let driver = driver
            .map_err(|_| "WebKitWebDriver is not here (Debian: webkit2gtk-driver)".to_owned())?;
        listens(port)?;
        Ok(Self { port, _driver: driver, _screen: screen })
    }

    /// Opens a window, the built one on this store.
    pub(crate) fn open(&self, window: &Path, store: Option<&Path>) -> Outcome<Session<'_>> {
        let arguments = store.map_or_else(|| json!([]), |store| json!(["--store", store]));
        let wishes = json!({ "capabilities": { "alwaysMatch": {
            "webkitgtk:browserOptions": { "binary": window, "args": arguments }
        } } });
        let answer = self.ask("POST", "/session", &wishes)?;
        let id =
            answer.get("sessionId").and_then(Value::as_str).ok_or("the window did not open")?;
        Ok(Session { driver: self, id: id.to_owned() })
    }

    /// Asks the driver something and gives the `value` of what it answers.
    fn ask(&self, method: &str, path: &str, body: &Value) -> Outcome<Value> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        stream.set_read_timeout(Some(PATIENCE))?;
        let body = body.to_string();
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n\
             Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
            self.port,
            body.len()
        )?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        let (head, body) = answer.split_once("\r\n\r\n").ok_or("the driver answered nothing")?;
        if !head.starts_with("HTTP/1.1 200") {
            return Err(format!("The driver refused: {body}").into());
        }
        let mut answer: Value = serde_json::from_str(body)?;
        Ok(answer.get_mut("value").map(Value::take).unwrap_or_default())
    }
}

impl Session<'_> {
    /// Runs a script that answers later, through the function that is its last argument.
    pub(crate) fn run_and_wait(&self, script: &str) -> Outcome<Value> {
        let path = format!("/session/{}/execute/async", self.id);
        self.driver.ask("POST", &path, &json!({ "script": script, "args": [] }))
    }

    /// Closes the window.
    pub(crate) fn close(self) -> Outcome {
        self.driver.ask("DELETE", &format!("/session/{}", self.id), &json!({})).map(drop)
    }
}

/// A screen that nobody sees; it says itself which number it got.
fn screen() -> Result<(Machine, String), String> {
    let mut xvfb = Command::new("Xvfb");
    xvfb.args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]);
    let started = xvfb.stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
    let mut xvfb = Machine(started.map_err(|_| "there is no display, and no Xvfb (Debian: xvfb)")?);
    let mut number = String::new();
    if let Some(said) = xvfb.0.stdout.take() {
        // Where it says nothing, the number stays empty.
        let _ = BufReader::new(said).read_line(&mut number);
    }
    match number.trim() {
        "" => Err("Xvfb found no screen to open".to_owned()),
        number => Ok((xvfb, format!(":{number}"))),
    }
}

fn free_port() -> Option<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).ok()?;
    Some(listener.local_addr().ok()?.port())
}

fn listens(port: u16) -> Result<(), String> {
    let start = Instant::now();
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
        if start.elapsed() > PATIENCE {
            return Err("WebKitWebDriver does not listen".to_owned());
        }
        sleep(Duration::from_millis(20));
    }
    Ok(())
}
