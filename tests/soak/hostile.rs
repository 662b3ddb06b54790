//! Every hostile thing at its full size, brought in by a program of its own that is watched.

use crate::Outcome;
use app::App;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;
use support::burden::{self, End};
use support::hostile::{Hostile, NEIGHBOUR, Scale, Yard, all};

/// The argument by which this program brings one in, to be watched.
pub(crate) const ONCE: &str = "--hostile-once";

const LONGEST: Duration = Duration::from_secs(30);
/// MB.
const MOST: f64 = 1_500.0;
/// So many places told of one file are few enough to be read.
const SNAGS: usize = 200;

pub(crate) fn bring_in(folder: &str, store: &Path) -> Outcome {
    let app = App::unencrypted(store)?;
    let me = ["me@example.org".to_owned()];
    let plan = app.plan_import(&[folder.to_owned()], &me, None)?;
    let choices = app.likely_choices(&plan, &me);
    let summary = app.settle_import(&plan.id, &choices, &|_| {})?.value;
    app.find_contact(NEIGHBOUR)?;
    if summary.snags.len() > SNAGS {
        return Err(format!("{} places are told", summary.snags.len()).into());
    }
    Ok(())
}

/// Whether every one ended well.
pub(crate) fn trials() -> Outcome<bool> {
    let all = all(Scale::Full);
    println!("{:<62} {:>8} {:>8}  outcome", "hostile", "takes", "memory");
    let mut bad = 0;
    for hostile in &all {
        bad += u32::from(!row(hostile)?);
    }
    println!("{} hostile things, {bad} that went wrong", all.len());
    Ok(bad == 0)
}

fn row(hostile: &Hostile) -> Outcome<bool> {
    let yard = Yard::with(hostile)?;
    let mut program = Command::new(std::env::current_exe()?);
    program.arg(ONCE).arg(yard.brought_in()).arg(yard.store());
    program.stdout(Stdio::null()).stderr(Stdio::null());
    let (cost, end) = burden::within(&mut program, LONGEST)?;
    let mut wrong = match end {
        End::Well => Vec::new(),
        End::Failed => vec!["the neighbour did not come in".to_owned()],
        End::Broke => vec!["it broke down".to_owned()],
        End::TooLong => vec!["it took too long".to_owned()],
    };
    if cost.peak > MOST {
        wrong.push("too much memory".to_owned());
    }
    wrong.extend(yard.strays().iter().map(|stray| format!("left {}", stray.display())));
    let outcome = if wrong.is_empty() { "well".to_owned() } else { wrong.join(", ") };
    println!("{:<62} {:>6.2} s {:>5.0} MB  {outcome}", hostile.what, cost.wall, cost.peak);
    Ok(wrong.is_empty())
}
