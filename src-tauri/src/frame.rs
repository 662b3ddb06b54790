//! The window's frame: opened hidden, shown once its page stands, kept in size and place.

use std::time::Duration;

use tauri::plugin::TauriPlugin;
use tauri::webview::{Color, PageLoadEvent};
use tauri::{AppHandle, Manager, Theme, WebviewWindow, WebviewWindowBuilder, Wry};
use tauri_plugin_window_state::StateFlags;

const LABEL: &str = "main";

/// A page that does not load must not leave the owner with no window at all.
const PATIENCE: Duration = Duration::from_secs(3);

/// The paper of both themes, as in `ui/src/style`: what shows before the first frame.
const LIGHT: Color = Color(251, 249, 245, 255);
const DARK: Color = Color(28, 27, 25, 255);

/// Keeps size and place from one day to the next; whether the window shows is decided here.
pub(crate) fn window_state() -> TauriPlugin<Wry> {
    tauri_plugin_window_state::Builder::default()
        .with_state_flags(StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED)
        .build()
}

/// Opens the window that `tauri.conf.json` describes.
pub(crate) fn open(handle: &AppHandle) -> tauri::Result<()> {
    let conf = handle.config().app.windows.iter().find(|it| it.label == LABEL);
    let conf = conf.ok_or(tauri::Error::WindowNotFound)?;
    let window = WebviewWindowBuilder::from_config(handle, conf)?
        .on_page_load(|window, load| {
            if load.event() == PageLoadEvent::Finished {
                show(&window);
            }
        })
        .build()?;
    let paper = if window.theme()? == Theme::Dark { DARK } else { LIGHT };
    window.set_background_color(Some(paper))?;
    show_at_last(window);
    Ok(())
}

/// Puts the window before the owner, who started the program a second time.
pub(crate) fn bring_forward(handle: &AppHandle) {
    if let Some(window) = handle.get_webview_window(LABEL) {
        // Nothing is lost when a desktop forbids a program to come forward.
        let _ = window.unminimize();
        show(&window);
        let _ = window.set_focus();
    }
}

/// Shows the window; showing it again changes nothing.
pub(crate) fn show(window: &WebviewWindow) {
    // A window that is closing cannot be shown, and need not.
    let _ = window.show();
}

fn show_at_last(window: WebviewWindow) {
    std::thread::spawn(move || {
        std::thread::sleep(PATIENCE);
        show(&window);
    });
}
