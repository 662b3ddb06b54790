//! The window of Requite: the only code that knows Tauri.
//!
//! It takes arguments in, makes one `app` call, gives the answer out. It deliberately lacks
//! any `if` about people, any SQL, any parsing, any word shown to the owner.

// On Windows a release build opens no console beside the window.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod arguments;
mod boundary;
mod caps;
mod commands;
mod frame;
mod opened;
mod place;

use std::process::ExitCode;

use place::Place;
use tauri::RunEvent;

/// Letters are many small texts; the system's allocator is made for fewer.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    match arguments::read().map_err(Into::into).and_then(open) {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            complain(&*trouble);
            ExitCode::from(2)
        }
    }
}

fn open(place: Place) -> Result<(), Box<dyn std::error::Error>> {
    let boundary = boundary::boundary();
    let opened = opened::Opened::new(place.entrance(), place.open());
    opened.keep_well();
    let mut builder = tauri::Builder::default();
    // The owner's own store opens once; a store named by hand may stand beside it.
    if place.is_default() {
        builder = builder.plugin(tauri_plugin_single_instance::init(|handle, _, _| {
            frame::bring_forward(handle)
        }));
    }
    builder
        .plugin(frame::window_state())
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::Builder::new().open_js_links_on_click(false).build())
        .invoke_handler(caps::capped(boundary.invoke_handler()))
        .manage(opened)
        .manage(place)
        .setup(move |app| {
            boundary.mount_events(app);
            frame::open(app.handle())?;
            Ok(())
        })
        .build(tauri::generate_context!())?
        .run(|handle, event| {
            if let RunEvent::Exit = event {
                place::leave(handle);
            }
        });
    Ok(())
}

/// The one line that a person who starts the program from a terminal sees when it cannot open.
#[allow(clippy::print_stderr)] // there is no window yet that could say it
fn complain(trouble: &dyn std::error::Error) {
    eprintln!("requite-window: {trouble}");
}
