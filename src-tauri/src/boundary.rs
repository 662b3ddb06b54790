//! What crosses between the window and its pages: the commands that `build.rs` found in
//! `commands/`, typed for TypeScript in `ui/src/bridge/bindings.ts`.

use tauri::Wry;
use tauri_specta::{Builder, ErrorHandlingMode};

/// Every command, served to the pages and known to the export.
pub(crate) fn boundary() -> Builder<Wry> {
    Builder::<Wry>::new()
        .error_handling(ErrorHandlingMode::Result)
        // The views have one shape in both directions.
        .disable_serde_phases()
        // What the event `import-progress` carries.
        .typ::<app::view::import::ImportProgress>()
        .commands(include!(concat!(env!("OUT_DIR"), "/commands.rs")))
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::{env, fs};

    use serde_json::json;
    use specta_typescript::Typescript;

    use super::*;

    const HEADER: &str =
        "// Written by `cargo xtask bindings` from src-tauri/src/commands: never by hand.\n";

    /// With `REQUITE_WRITE_BINDINGS` set it writes the file, which is all that
    /// `cargo xtask bindings` does.
    #[test]
    fn the_bindings_are_fresh() {
        let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src/bridge/bindings.ts");
        let folder = tempfile::tempdir().unwrap();
        let fresh = folder.path().join("bindings.ts");
        boundary().export(Typescript::default().header(HEADER), &fresh).unwrap();
        let fresh = fs::read_to_string(fresh).unwrap();
        if env::var_os("REQUITE_WRITE_BINDINGS").is_some() {
            fs::create_dir_all(kept.parent().unwrap()).unwrap();
            fs::write(&kept, &fresh).unwrap();
        }
        let kept = fs::read_to_string(kept).unwrap_or_default().replace("\r\n", "\n");
        assert!(
            kept == fresh,
            "ui/src/bridge/bindings.ts is not what the commands say: run `cargo xtask bindings`"
        );
    }

    fn kept(file: &str) -> serde_json::Value {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
        serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
    }

    #[test]
    fn the_pages_may_ask_for_these_and_nothing_else() {
        let permitted = [
            json!("own-commands"),
            json!("core:event:allow-listen"),
            json!("core:event:allow-unlisten"),
            json!("dialog:allow-open"),
            json!("dialog:allow-save"),
            json!("opener:allow-reveal-item-in-dir"),
            json!({
                "identifier": "opener:allow-open-url",
                "allow": [
                    { "url": "http://*" },
                    { "url": "https://*" },
                    { "url": "mailto:*" },
                    { "url": "tel:*" },
                ],
            }),
        ];
        let capability = kept("capabilities/main.json");
        assert_eq!(capability["permissions"], json!(permitted));
        assert_eq!(capability["windows"], json!(["main"]));
        assert!(capability.get("remote").is_none());
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("capabilities");
        assert_eq!(fs::read_dir(folder).unwrap().count(), 1);
    }

    #[test]
    fn the_window_runs_no_script_but_its_own_and_fetches_nothing() {
        let app = &kept("tauri.conf.json")["app"];
        assert_eq!(app["withGlobalTauri"], false);
        let security = &app["security"];
        assert_eq!(security["freezePrototype"], true);
        assert!(security.get("dangerousDisableAssetCspModification").is_none());
        for (directive, allowed) in security["csp"].as_object().unwrap() {
            let allowed = allowed.as_str().unwrap();
            assert!(!allowed.contains("unsafe"), "{directive}: {allowed}");
            let outside = allowed
                .split(' ')
                .find(|it| it.starts_with("http") && *it != "http://ipc.localhost");
            assert_eq!(outside, None, "{directive}");
        }
        assert_eq!(security["csp"]["script-src"], "'self'");
    }
}
