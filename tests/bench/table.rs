//! The figures: medians and 99th percentiles, printed as one table or as JSON.

use std::error::Error;
use std::fmt;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::Outcome;
use support::burden;

/// A figure of the table.
pub(crate) struct Figure {
    /// `import`, `check`, `draft` …
    measure: &'static str,
    /// On how much.
    at: String,
    /// Of what.
    what: String,
    unit: &'static str,
    median: f64,
    /// Where it was taken often enough to have one.
    ninety_ninth: Option<f64>,
    /// How often it was taken.
    taken: usize,
}

/// All figures, and what was left out.
#[derive(Default)]
pub(crate) struct Table {
    figures: Vec<Figure>,
    left_out: Vec<String>,
}

/// Figures of one measure on one size.
pub(crate) struct Column<'a> {
    table: &'a mut Table,
    measure: &'static str,
    at: String,
}

impl Table {
    pub(crate) fn column(&mut self, measure: &'static str, at: impl Into<String>) -> Column<'_> {
        Column { table: self, measure, at: at.into() }
    }

    /// Says what could not be measured, and why.
    pub(crate) fn leave_out(&mut self, why: String) {
        self.left_out.push(why);
    }

    pub(crate) fn json(&self) -> Value {
        let figure = |it: &Figure| {
            json!({
                "measure": it.measure, "at": it.at, "what": it.what, "unit": it.unit,
                "median": it.median, "p99": it.ninety_ninth, "taken": it.taken,
            })
        };
        json!({
            "figures": self.figures.iter().map(figure).collect::<Vec<_>>(),
            "left_out": self.left_out,
            "cores": cores(),
            "load": burden::load(),
        })
    }
}

impl Column<'_> {
    /// Adds a figure taken so many times.
    pub(crate) fn add(&mut self, what: &str, unit: &'static str, values: &[f64]) {
        let mut sorted = values.to_vec();
        sorted.sort_by(f64::total_cmp);
        let Some(median) = percentile(&sorted, 0.5) else { return };
        self.table.figures.push(Figure {
            measure: self.measure,
            at: self.at.clone(),
            what: what.to_owned(),
            unit,
            median,
            ninety_ninth: percentile(&sorted, 0.99).filter(|_| sorted.len() >= 100),
            taken: sorted.len(),
        });
    }

    /// Adds how long something took, each time in milliseconds.
    pub(crate) fn add_times(&mut self, what: &str, times: &[Duration]) {
        let times: Vec<f64> = times.iter().map(|it| it.as_secs_f64() * 1e3).collect();
        self.add(what, "ms", &times);
    }

    /// Does something for each of these and adds how long each time took.
    pub(crate) fn time<T, R, E: Into<Box<dyn Error>>>(
        &mut self,
        what: &str,
        of: impl IntoIterator<Item = T>,
        mut deed: impl FnMut(T) -> Result<R, E>,
    ) -> Outcome {
        let mut times = Vec::new();
        for it in of {
            let start = Instant::now();
            let answer = deed(it).map_err(Into::into)?;
            times.push(start.elapsed());
            drop(answer);
        }
        self.add_times(what, &times);
        Ok(())
    }
}

/// The value below which this share of them lies (nearest rank).
fn percentile(sorted: &[f64], share: f64) -> Option<f64> {
    let rank = (sorted.len() as f64 * share).ceil() as usize;
    sorted.get(rank.saturating_sub(1)).copied()
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let head = ["".into(), "".into(), "median".into(), "99 %".into(), "taken".into()];
        let mut rows: Vec<[String; 5]> = Vec::new();
        if !self.figures.is_empty() {
            rows.push(head);
        }
        let mut place = String::new();
        for figure in &self.figures {
            let here = format!("{}, {}", figure.measure, figure.at);
            let shown = if here == place { String::new() } else { here.clone() };
            place = here;
            rows.push(figure.row(shown));
        }
        let widths: Vec<usize> = (0..5)
            .map(|column| {
                rows.iter().filter_map(move |row| row.get(column)).map(|it| it.chars().count())
            })
            .map(|column| column.max().unwrap_or(0))
            .collect();
        for row in &rows {
            let cells = row.iter().zip(&widths).enumerate().map(|(column, (cell, &width))| {
                if column < 2 { format!("{cell:<width$}") } else { format!("{cell:>width$}") }
            });
            writeln!(f, "{}", cells.collect::<Vec<_>>().join("  ").trim_end())?;
        }
        for why in &self.left_out {
            writeln!(f, "{why}")?;
        }
        let load = burden::load().map(|it| format!(", load {it:.1}")).unwrap_or_default();
        write!(f, "Measured on {} cores{load}.", cores())
    }
}

impl Figure {
    fn row(&self, place: String) -> [String; 5] {
        let shown = |value: f64| format!("{} {}", rounded(value), self.unit);
        [
            place,
            self.what.clone(),
            shown(self.median),
            self.ninety_ninth.map(shown).unwrap_or_default(),
            format!("{}×", self.taken),
        ]
    }
}

/// Three figures that count, thousands apart.
fn rounded(value: f64) -> String {
    if value < 100.0 {
        let decimals = if value < 1.0 {
            3
        } else if value < 10.0 {
            2
        } else {
            1
        };
        return format!("{value:.decimals$}");
    }
    let digits = format!("{value:.0}");
    let mut shown = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(digit);
    }
    shown
}
