//! How much a page may hand over in one command. Nothing that an owner types or chooses comes near;
//! whatever does is refused before any command sees it.

use app::Trouble;
use serde_json::Value;
use tauri::Runtime;
use tauri::ipc::{Invoke, InvokeBody};

/// The longest text, in bytes: a book.
const LONGEST_TEXT: usize = 2 << 20;
/// All texts of one command together.
const LONGEST_ALL: usize = 16 << 20;
/// The most members of a list, or in all lists together.
const MOST_MEMBERS: usize = 200_000;

/// Refuses what is too much, and lets `handle` have the rest.
pub(crate) fn capped<R: Runtime>(
    handle: impl Fn(Invoke<R>) -> bool + Send + Sync + 'static,
) -> impl Fn(Invoke<R>) -> bool + Send + Sync + 'static {
    move |invoke| {
        let fits = match invoke.message.payload() {
            InvokeBody::Json(value) => fits(value),
            // No command of ours takes bytes.
            InvokeBody::Raw(bytes) => bytes.is_empty(),
        };
        if fits {
            return handle(invoke);
        }
        invoke.resolver.reject(too_much());
        true
    }
}

fn too_much() -> Trouble {
    Trouble::NotUnderstood { why: "that is more than can be taken at once".to_owned() }
}

fn fits(value: &Value) -> bool {
    let (mut bytes, mut members, mut next) = (0, 0, vec![value]);
    while let Some(value) = next.pop() {
        match value {
            Value::String(text) if text.len() > LONGEST_TEXT => return false,
            Value::String(text) => bytes += text.len(),
            Value::Array(all) => {
                members += all.len();
                next.extend(all);
            }
            Value::Object(all) => {
                members += all.len();
                next.extend(all.values());
            }
            _ => {}
        }
        if bytes > LONGEST_ALL || members > MOST_MEMBERS {
            return false;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_an_owner_types_fits_and_what_nobody_types_does_not() {
        let text = |length| "y".repeat(length);
        assert!(fits(&json!({ "form": { "text": text(LONGEST_TEXT), "to": ["ada"] } })));
        assert!(fits(&json!({ "ids": vec!["ada"; 100_000] })));
        assert!(!fits(&json!({ "form": { "text": text(LONGEST_TEXT + 1) } })));
        assert!(!fits(&json!({ "texts": vec![text(LONGEST_TEXT); 9] })));
        assert!(!fits(&json!({ "ids": vec![1; MOST_MEMBERS + 1] })));
    }
}
