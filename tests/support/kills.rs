//! An import that is killed, in a process of its own, and the same import again; into a closed store
//! where a paper lies beside it.

use crate::paper::opened_or_made;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// What came of one kill.
pub struct Killed {
    /// Whether it came before the import had ended by itself.
    pub in_time: bool,
    /// Interactions that were kept.
    pub kept: u32,
    /// How long the same import took afterwards.
    pub resumed: Duration,
    /// The digest of the store in the end.
    pub digest: String,
}

/// Starts the import, kills it after a while, looks at what is kept, and has it done again.
pub fn killed(import: impl Fn() -> Command, store: &Path, after: Duration) -> Killed {
    let mut other = start(import());
    std::thread::sleep(after);
    let in_time = other.try_wait().unwrap().is_none();
    // On Unix this is SIGKILL: nothing is told, nothing is put in order.
    other.kill().unwrap();
    other.wait().unwrap();
    let kept = opened_or_made(store).unwrap().status().unwrap().interactions;
    let resumed = whole(import());
    let digest = opened_or_made(store).unwrap().digest().unwrap();
    Killed { in_time, kept, resumed, digest }
}

/// Has the import done to its end, and says how long it took.
pub fn whole(import: Command) -> Duration {
    let begun = Instant::now();
    let ended = start(import).wait().unwrap();
    assert!(ended.success(), "the import ended badly: {ended}");
    begun.elapsed()
}

fn start(mut import: Command) -> Child {
    import.stdout(Stdio::null()).spawn().unwrap()
}
