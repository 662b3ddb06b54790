//! How many letters a second are judged for what they ask and give, on one core.

use std::hint::black_box;
use std::time::Instant;

use judge::balance;
use model::InteractionKind;

use crate::Outcome;
use crate::ground::Ground;
use crate::table::Table;
use support::made::mailbox::{Scribe, Shape};

pub(crate) fn measure(ground: &mut Ground, table: &mut Table) -> Outcome {
    let letters = ground.size(20_000, 2_000);
    let people = Ground::people(1_000);
    let shape = Shape { letters, sent: 1.0, campaigns: 0.0, words: 80.0 };
    let sent = Scribe::new(6, &people, shape).sent();
    let mut rates = Vec::new();
    let mut asking = 0;
    for _ in 0..ground.size(5, 2) {
        let start = Instant::now();
        for letter in &sent {
            let acts = black_box(balance::acts(&letter.text, InteractionKind::Message));
            asking += usize::from(!acts.is_empty());
        }
        rates.push(sent.len() as f64 / start.elapsed().as_secs_f64());
    }
    let mut column = table.column("acts", format!("{letters} letters"));
    column.add("letters a second, one core", "/s", &rates);
    let share = asking as f64 * 100.0 / (rates.len() * sent.len()).max(1) as f64;
    column.add("  of them with an act", "%", &[share]);
    Ok(())
}
