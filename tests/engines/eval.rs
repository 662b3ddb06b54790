//! Measures the two judgements on labelled files:
//! `eval dup|history|bulk|acts|asks FILE.jsonl… [--json] [--errors] [--predictions OUT.jsonl]`;
//! `eval spans FILE.jsonl…` looks at what both judgements cite, whatever the labels are.
//!
//! A line is a JSON object; what it must hold stands in the file of each judgement under
//! `measure/`; unknown fields are ignored. Exit code 2 and one sentence when a file is not there
//! or does not fit.

mod measure;

use measure::{Measure, Spans, Wish};
use std::process::ExitCode;

fn main() -> ExitCode {
    let done = Wish::from_arguments(std::env::args().skip(1)).and_then(|wish| wish.fulfil());
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            complain(&sentence);
            ExitCode::from(2)
        }
    }
}

fn complain(sentence: &str) {
    use std::io::Write;
    // Standard error that is closed can be told nothing.
    let _ = writeln!(std::io::stderr(), "{sentence}");
}

impl Wish {
    fn fulfil(&self) -> Result<(), String> {
        let files = self.files.iter();
        let Some(judgement) = self.judgement else {
            let spans: Result<Vec<_>, _> = files.map(|file| Spans::of(file)).collect();
            return measure::print_spans(self, &spans?);
        };
        let measures: Result<Vec<_>, _> = files.map(|file| Measure::of(judgement, file)).collect();
        let measures = measures?;
        if let Some(path) = &self.predictions {
            measure::write_predictions(path, &measures)?;
        }
        measure::print(self, &measures)
    }
}
