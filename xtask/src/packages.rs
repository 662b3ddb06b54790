//! What the system must have: installed on Debian and Ubuntu, named everywhere else.

use std::process::Command;

use crate::outcome::{Outcome, Trouble};
use crate::step;

/// What the window needs to be built and opened. Perl configures OpenSSL.
const WINDOW: [&str; 4] = ["build-essential", "perl", "pkg-config", "libwebkit2gtk-4.1-dev"];

/// What drives and draws the window in tests, on a machine without a screen or keychain too, and
/// what has system calls fail.
const JOURNEYS: [&str; 6] =
    ["webkit2gtk-driver", "xvfb", "fonts-noto-color-emoji", "dbus", "gnome-keyring", "strace"];

/// What a door needs of the system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    Window,
    Journeys,
}

impl Need {
    fn packages(self) -> Vec<&'static str> {
        match self {
            Self::Window => WINDOW.to_vec(),
            Self::Journeys => [&WINDOW[..], &JOURNEYS[..]].concat(),
        }
    }
}

/// Sees to it that the packages are there, or says what is missing and how to get it.
pub(crate) fn bring(need: Need) -> Outcome {
    if cfg!(target_os = "linux") { bring_on_linux(need) } else { name_elsewhere() }
}

fn bring_on_linux(need: Need) -> Outcome {
    if !has_apt() {
        return without_apt(need);
    }
    let missing: Vec<&str> = need.packages().into_iter().filter(|it| !installed(it)).collect();
    if missing.is_empty() { Ok(()) } else { install(&missing) }
}

/// Whether this is a system whose packages can be brought: Debian, Ubuntu and their kin.
pub(crate) fn has_apt() -> bool {
    step::answers(Command::new("apt-get").arg("--version"))
}

/// Installs packages with apt, saying which; `sudo` only where it is needed.
pub(crate) fn install(packages: &[&str]) -> Outcome {
    let root = step::asked(Command::new("id").arg("-u")).is_some_and(|it| it.trim() == "0");
    let by_hand = format!("apt-get install --yes {}", packages.join(" "));
    step::announce(&format!("system packages: {}", packages.join(" ")));
    if !root && !step::answers(Command::new("sudo").arg("--version")) {
        return Err(Trouble(format!("There is no sudo here. As root, run: {by_hand}")));
    }
    // A mirror that does not answer matters only when the packages cannot be had.
    step::well(apt(root).arg("update"))?;
    let well =
        step::well(apt(root).args(["install", "--yes", "--no-install-recommends"]).args(packages))?;
    if well {
        Ok(())
    } else {
        Err(Trouble(format!("The system packages could not be installed. By hand: {by_hand}")))
    }
}

fn apt(root: bool) -> Command {
    let mut apt = Command::new(if root { "apt-get" } else { "sudo" });
    if !root {
        apt.arg("apt-get");
    }
    apt.arg("--quiet").env("DEBIAN_FRONTEND", "noninteractive");
    apt
}

fn installed(package: &str) -> bool {
    step::asked(Command::new("dpkg-query").args([
        "--show",
        "--showformat=${db:Status-Status}",
        package,
    ]))
    .is_some_and(|it| it.trim() == "installed")
}

/// Other Linuxes: the libraries are looked for by themselves, and named in their own words.
fn without_apt(need: Need) -> Outcome {
    let webkit = step::answers(Command::new("pkg-config").args(["--exists", "webkit2gtk-4.1"]));
    let driver = need == Need::Window
        || step::answers(Command::new("WebKitWebDriver").arg("--version"))
            && step::answers(Command::new("Xvfb").arg("-help"));
    if webkit && driver {
        return Ok(());
    }
    let mut words = String::from(
        "Requite's window needs a C compiler, pkg-config and WebKitGTK 4.1 with its headers. One of:\n  \
         Fedora:   dnf install gcc pkgconf webkit2gtk4.1-devel\n  \
         Arch:     pacman -S base-devel webkit2gtk-4.1\n  \
         openSUSE: zypper install gcc pkg-config webkit2gtk3-devel\n",
    );
    if need == Need::Journeys {
        words.push_str(
            "The journeys through the window also need the programs WebKitWebDriver and Xvfb;\n\
             `cargo xtask test --no-window` does without them.\n",
        );
    }
    Err(Trouble(words))
}

/// macOS and Windows bring their own web view; the compiler is said to be missing by Cargo itself.
fn name_elsewhere() -> Outcome {
    if cfg!(target_os = "macos") && !step::answers(Command::new("xcode-select").arg("-p")) {
        return Err(Trouble(
            "Requite needs Apple's command line tools: run `xcode-select --install`.".into(),
        ));
    }
    if cfg!(windows) {
        println!(
            "Requite needs Microsoft's C++ build tools and WebView2 (part of Windows 11):\n  \
             winget install Microsoft.VisualStudio.2022.BuildTools Microsoft.EdgeWebView2Runtime"
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_journeys_need_the_window_and_more() {
        let (window, journeys) = (Need::Window.packages(), Need::Journeys.packages());
        assert!(window.iter().all(|it| journeys.contains(it)));
        assert!(journeys.contains(&"webkit2gtk-driver") && !window.contains(&"webkit2gtk-driver"));
    }
}
