//! Running another program: shown as it goes, and kept where its words are counted.

use std::io::{self, IsTerminal, Read, Write};
use std::process::{Command, Stdio};
use std::thread;

use crate::outcome::{Outcome, Trouble};

/// What a program said and whether it was content.
#[derive(Debug)]
pub(crate) struct Said {
    pub(crate) words: String,
    pub(crate) well: bool,
}

/// Says what comes next.
pub(crate) fn announce(what: &str) {
    println!("\n── {what}");
}

/// Runs a program to its end; its discontent is ours.
pub(crate) fn must(command: &mut Command) -> Outcome {
    if well(command)? { Ok(()) } else { Err(Trouble(format!("`{}` failed.", line(command)))) }
}

/// Runs a program to its end and says whether it was content.
pub(crate) fn well(command: &mut Command) -> Outcome<bool> {
    let status = command.status().map_err(|why| not_started(command, &why))?;
    Ok(status.success())
}

/// Whether a program is there and answers to these arguments.
pub(crate) fn answers(command: &mut Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|it| it.success())
}

/// What a program prints, or nothing where it is not there or not content.
pub(crate) fn asked(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs a program, shows all it prints as it comes, and keeps it without colours.
pub(crate) fn listen(command: &mut Command) -> Outcome<Said> {
    if io::stdout().is_terminal() {
        command.env("CARGO_TERM_COLOR", "always").env("FORCE_COLOR", "1");
    }
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|why| not_started(command, &why))?;
    let (out, err) = (child.stdout.take(), child.stderr.take());
    let out = thread::spawn(move || out.map(|it| pass_on(it, io::stdout())));
    let err = thread::spawn(move || err.map(|it| pass_on(it, io::stderr())));
    let status = child.wait().map_err(|why| not_started(command, &why))?;
    let words = [out, err]
        .into_iter()
        .filter_map(|it| it.join().ok().flatten())
        .collect::<Vec<_>>()
        .join("\n");
    Ok(Said { words: without_colours(&words), well: status.success() })
}

fn pass_on(mut from: impl Read, mut to: impl Write) -> String {
    let mut kept = Vec::new();
    let mut piece = [0; 4096];
    while let Ok(length @ 1..) = from.read(&mut piece) {
        let read = piece.get(..length).unwrap_or_default();
        // A terminal that has gone away must not stop the count.
        let _ = to.write_all(read).and_then(|()| to.flush());
        kept.extend_from_slice(read);
    }
    String::from_utf8_lossy(&kept).into_owned()
}

/// Takes the escape sequences out (`ESC [ … letter`), the only kind these programs print.
fn without_colours(words: &str) -> String {
    let mut plain = String::with_capacity(words.len());
    let mut letters = words.chars();
    while let Some(letter) = letters.next() {
        if letter == '\u{1b}' {
            letters.by_ref().find(char::is_ascii_alphabetic);
        } else {
            plain.push(letter);
        }
    }
    plain
}

fn not_started(command: &Command, why: &io::Error) -> Trouble {
    Trouble(format!("`{}` could not be started: {why}.", line(command)))
}

fn line(command: &Command) -> String {
    let mut line = command.get_program().to_string_lossy().into_owned();
    for argument in command.get_args() {
        line.push(' ');
        line.push_str(&argument.to_string_lossy());
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_no_words() {
        assert_eq!(without_colours("\u{1b}[32;1mTests\u{1b}[39m  3 passed"), "Tests  3 passed");
    }

    #[test]
    fn a_program_that_is_not_there_is_named() {
        let trouble = well(&mut Command::new("no-such-program-at-all")).unwrap_err();
        assert!(trouble.to_string().contains("no-such-program-at-all"), "{trouble}");
    }

    #[test]
    #[cfg(unix)]
    fn what_is_said_on_both_streams_is_kept() {
        let said =
            listen(Command::new("sh").args(["-c", "echo one; echo two >&2; exit 3"])).unwrap();
        assert!(said.words.contains("one") && said.words.contains("two"));
        assert!(!said.well);
    }
}
