//! The tests where there is no network but the machine's own (Linux namespaces): whoever asks for
//! another one is counted by the kernel.

use std::process::Command;

use crate::outcome::{Line, Tally};
use crate::step;

/// How a line of what is said begins that tells the count.
const TOLD: &str = "packets that had nowhere to go: ";

/// Brings loopback up, runs what it is given, and tells how often the kernel found no way out
/// (RFC 4293, `ipIfStatsOutNoRoutes`).
const WITHIN: &str = r#"
ip link set lo up || exit 97
"$@"
code=$?
awk '/^Ip:/ { if (seen) { for (i in name) if (name[i] == "OutNoRoutes") print "packets that had nowhere to go: " $i }
              else { for (i = 1; i <= NF; i++) name[i] = $i; seen = 1 } }' /proc/net/snmp
exit $code"#;

/// The same program, apart from the network. Root needs no other users' space for it, in which the
/// tests could not become somebody else; anybody else does.
pub(super) fn apart(command: &Command) -> Command {
    let is_root = step::answers(Command::new("unshare").args(["--net", "true"]));
    let space: &[&str] = if is_root { &["--net"] } else { &["--map-root-user", "--net"] };
    let mut apart = Command::new("unshare");
    apart.args(space).args(["sh", "-c", WITHIN, "sh"]);
    apart.arg(command.get_program()).args(command.get_args());
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => apart.env(name, value),
            None => apart.env_remove(name),
        };
    }
    if let Some(folder) = command.get_current_dir() {
        apart.current_dir(folder);
    }
    apart.env("CARGO_NET_OFFLINE", "true");
    apart
}

/// Whether this machine lets anybody stand apart.
pub(super) fn can_be() -> bool {
    step::answers(&mut apart(&Command::new("true")))
}

/// How often somebody asked for the network, as the suites' words tell.
pub(super) fn asked(words: &str) -> Option<u64> {
    let told = words.lines().filter_map(|line| line.strip_prefix(TOLD)?.trim().parse::<u64>().ok());
    let told: Vec<u64> = told.collect();
    (!told.is_empty()).then(|| told.iter().sum())
}

/// The line that closes such a run.
pub(super) fn line(asked: Option<u64>) -> Line {
    let name = "nobody asks for the network";
    match asked {
        None => Line::failed(name, "nobody counted"),
        Some(0) => Line::new(name, Tally::PASSED),
        Some(count) => Line::failed(name, format!("{count} packets had nowhere to go")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_every_suite_asked_for_is_added_up() {
        assert_eq!(asked("x\npackets that had nowhere to go: 0\n"), Some(0));
        let two = "packets that had nowhere to go: 1\ny\npackets that had nowhere to go: 2\n";
        assert_eq!(asked(two), Some(3));
        assert_eq!(asked("nothing told"), None);
    }
}
