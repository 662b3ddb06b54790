//! The review and what works, from a terminal.

use crate::Answer;
use crate::print::{Out, day, line};
use app::App;
use app::view::review::{ReviewRow, ReviewSheet, WhatWorks};

pub(crate) fn review(app: &App, out: &Out) -> Answer {
    // The window does this beside everything else; here nobody would.
    app.judge_anew()?;
    let sheet = app.review()?;
    out.answer(&sheet, || review_in_words(&sheet))?;
    Ok(0)
}

fn review_in_words(sheet: &ReviewSheet) -> String {
    let mut text = format!("You\n  {}\n", sheet.mirror.in_words);
    rows_in_words(&mut text, &sheet.mirror.rows, false);
    if sheet.one_sided.is_empty() {
        text.push_str("\nNobody writes only when they want something.\n");
        return text;
    }
    text.push_str("\nThey write when they want something\n");
    rows_in_words(&mut text, &sheet.one_sided, true);
    text
}

fn rows_in_words(text: &mut String, rows: &[ReviewRow], theirs: bool) {
    for row in rows {
        let at_least = if theirs { row.at_least_in } else { row.at_least_out };
        let (name, words) = (line(&row.contact.name, 40), &row.balance.in_words);
        text.push_str(&format!("  {name}: {words} At least {:.0} % ask.\n", at_least * 100.0));
        for quote in &row.quotes {
            text.push_str(&format!("    {} “{}”\n", day(&quote.at), line(&quote.text, 100)));
        }
    }
}

pub(crate) fn what_works(app: &App, out: &Out) -> Answer {
    app.judge_anew()?;
    let works = app.what_works()?;
    out.answer(&works, || works_in_words(&works))?;
    Ok(0)
}

fn works_in_words(works: &WhatWorks) -> String {
    let mut text = String::from("Conversations you opened, and how many were answered\n");
    for rate in &works.rates {
        let share = match rate.from.zip(rate.to) {
            Some((from, to)) => format!("between {:.0} and {:.0} %", from * 100.0, to * 100.0),
            None => "too few to say".to_owned(),
        };
        let (sort, answered, sent) = (&rate.sort, rate.answered, rate.sent);
        text.push_str(&format!("  {sort:<15} {answered:>5} of {sent:<5} {share}\n"));
    }
    text
}
