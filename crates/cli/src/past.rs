//! What was done, and taking it back.

use crate::Answer;
use crate::print::{Out, table};
use app::App;
use app::view::past::{PastChangeView, PastDeedView, PastPage, PastWanted};

pub(crate) fn history(app: &App, out: &Out, (contact, trash): (Option<&str>, bool)) -> Answer {
    let contact = contact.map(|contact| app.find_contact(contact)).transpose()?;
    let wanted = PastWanted { contact, only_removals: trash, before: None };
    let mut page = app.past_deeds(&wanted)?;
    while page.more {
        let before = page.deeds.last().map(|deed| deed.id.clone());
        let next = app.past_deeds(&PastWanted { before, ..wanted.clone() })?;
        page.more = next.more;
        page.deeds.extend(next.deeds);
    }
    out.answer(&page, || in_words(&page))?;
    Ok(0)
}

fn in_words(page: &PastPage) -> String {
    let rows: Vec<Vec<String>> = page.deeds.iter().map(row).collect();
    table(&["when", "what", "whom", "said", "take back"], &rows)
}

fn row(deed: &PastDeedView) -> Vec<String> {
    let whom: Vec<&str> = deed.contacts.iter().map(|contact| contact.name.as_str()).collect();
    let said = deed.changes.first().map(said).unwrap_or_default();
    let back = if deed.taken_back { " (taken back)" } else { "" };
    vec![deed.at.clone(), format!("{}{back}", deed.deed), whom.join(", "), said, deed.turns.clone()]
}

fn said(change: &PastChangeView) -> String {
    let said = match change.became.as_str() {
        "different" => format!("{}: {} -> {}", change.field, change.before, change.after),
        "gone" => format!("{}: {}", change.what, change.before),
        _ => format!("{}: {}", change.what, change.after),
    };
    crate::print::line(&said, 60)
}

pub(crate) fn take_back(app: &App, out: &Out, id: &str) -> Answer {
    let turned = app.turn_deed(id)?;
    out.answer(&turned, || match &turned {
        Some(turned) => format!("taken back: {}\n", turned.deed),
        None => "Nothing is left to take back.\n".to_owned(),
    })?;
    Ok(0)
}
