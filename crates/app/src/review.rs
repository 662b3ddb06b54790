//! The review: the mirror first, then who only writes when they want something. What is kept
//! for it is in [`account`], what stands behind its numbers in [`evidence`], what the owner's corrections teach in [`learnt`],
//! which of the owner's openings are answered in [`works`].

mod account;
mod evidence;
mod learnt;
mod works;

use crate::view::compose::Quote;
use crate::view::deed::ContactRef;
use crate::view::review::{BalanceView, Mirror, MonthView, ReviewRow, ReviewSheet};
use crate::{App, Trouble, contact, settings, when};
pub(crate) use account::Account;
use judge::balance::{self, Asking, Balance, HalfLife, Kept, Month, Passed};
use model::{ActKind, ContactId, Direction, InteractionId, InteractionKind, Moment};
use std::collections::BTreeSet;
use std::ops::Range;
use store::{Fault, MonthSums, Months, PassedRow, Reader};

/// Quotes beside a row.
const QUOTES: usize = 2;

impl App {
    /// The whole sheet.
    ///
    /// # Errors
    /// Only of the store.
    pub fn review(&self) -> Result<ReviewSheet, Trouble> {
        self.weigh()?;
        Ok(self.store().read(|reader| {
            let half_life = settings::half_life(reader)?;
            let mut accounts = Vec::new();
            for (contact, bytes) in reader.notable()? {
                accounts.extend(Account::from_bytes(&bytes).map(|account| (contact, account)));
            }
            let last = accounts.iter().filter_map(|(_, account)| account.last).max();
            let mut one_sided = Vec::new();
            let mut mirrored = Vec::new();
            for (id, account) in &accounts {
                let weight = |share: balance::AskShare| {
                    last.map_or(0.0, |last: Moment| share.weight_at(last, half_life))
                };
                let [theirs, owners] = &account.quoted;
                if account.one_sided {
                    let row = row(reader, *id, &account.kept, theirs)?;
                    let weight = weight(account.kept.balance.ask_share_in);
                    one_sided.extend(row.map(|row| (weight, row)));
                }
                if account.mirrored {
                    let row = row(reader, *id, &account.kept, owners)?;
                    let weight = weight(account.kept.balance.ask_share_out);
                    mirrored.extend(row.map(|row| (weight, row)));
                }
            }
            Ok(ReviewSheet {
                mirror: mirror(&reader.months()?, by_weight(mirrored)),
                one_sided: by_weight(one_sided),
                weighed: reader.reviewed()?,
                left_out: contact::contact_refs(reader, reader.left_out_of_review()?)?,
            })
        })?)
    }
}

/// Whose asking is most present stands first.
fn by_weight(mut rows: Vec<(f64, ReviewRow)>) -> Vec<ReviewRow> {
    rows.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    rows.into_iter().map(|(_, row)| row).collect()
}

/// Whether somebody is still one-sided when lines that stand under all their messages ask for
/// nothing: newsletters and disclaimers are not people who want something.
fn asks_in_earnest(
    reader: &Reader<'_>,
    history: &[Passed],
    half_life: HalfLife,
) -> Result<bool, Fault> {
    let mut messages = Vec::new();
    for passed in history.iter().filter(|it| it.direction == Direction::In && it.asks) {
        messages.push(Heard::of(reader, passed)?);
    }
    let asking: Vec<Asking<'_>> =
        messages.iter().map(|it| Asking { text: &it.text, asks: it.asks.clone() }).collect();
    let still = balance::asks_beyond_standing_lines(&asking);
    let idle = messages.iter().zip(still).filter(|(message, still)| !message.certain && !still);
    let idle: BTreeSet<InteractionId> = idle.map(|(message, _)| message.interaction).collect();
    let mut history = history.to_vec();
    for passed in &mut history {
        passed.asks &= !idle.contains(&passed.interaction);
    }
    Ok(balance::one_sided(&balance::weighed(&history, half_life)))
}

/// A message that asks, with what asks in it.
struct Heard {
    interaction: InteractionId,
    text: String,
    asks: Vec<Range<usize>>,
    /// The owner said so, or its kind does: an invitation asks without words.
    certain: bool,
}

impl Heard {
    fn of(reader: &Reader<'_>, passed: &Passed) -> Result<Self, Fault> {
        let text = reader.interaction(passed.interaction)?.map(|it| it.text).unwrap_or_default();
        let acts = reader.acts_of(passed.interaction)?.into_iter();
        let asks: Vec<_> = acts.filter(|kept| kept.act.kind == ActKind::Ask).collect();
        Ok(Self {
            interaction: passed.interaction,
            text,
            certain: passed.kind != InteractionKind::Message || asks.iter().any(|it| it.corrected),
            asks: asks.into_iter().map(|kept| kept.act.sentence).collect(),
        })
    }
}

/// A history as the balance takes it.
pub(crate) fn history(rows: &[PassedRow]) -> Vec<Passed> {
    let passed = |row: &PassedRow| Passed {
        interaction: row.interaction,
        kind: row.kind,
        direction: row.direction,
        moment: row.moment,
        asks: row.asks,
        gives: row.gives,
        starts: row.starts,
        conversation: row.conversation,
    };
    rows.iter().map(passed).collect()
}

/// A balance as it goes over the wire.
pub(crate) fn balance_view(balance: &Balance) -> BalanceView {
    BalanceView {
        received: balance.received,
        sent: balance.sent,
        asks_in: balance.asks_in,
        gives_in: balance.gives_in,
        asks_out: balance.asks_out,
        gives_out: balance.gives_out,
        starts_in: balance.starts_in,
        starts_out: balance.starts_out,
        answered_by_them: balance.answered_by_them,
        answered_by_owner: balance.answered_by_owner,
        their_hours: balance.their_hours,
        owners_hours: balance.owners_hours,
        in_words: balance::in_words(balance),
    }
}

fn month_view(month: &Month) -> MonthView {
    MonthView {
        month: format!("{:04}-{:02}", month.year, month.month),
        asks_in: month.asks_in,
        gives_in: month.gives_in,
        asks_out: month.asks_out,
        gives_out: month.gives_out,
    }
}

/// The owner's own account. A message to several people is one message there.
fn mirror(months: &Months, rows: Vec<ReviewRow>) -> Mirror {
    let mut total = MonthSums::default();
    for month in months.values() {
        total.starts_out += month.starts_out;
        total.asking_out += month.asking_out;
        total.asks_out += month.asks_out;
        total.gives_out += month.gives_out;
        total.starts_in += month.starts_in;
        total.answered_in += month.answered_in;
    }
    Mirror {
        starts: count(total.starts_out),
        asking_starts: count(total.asking_out),
        asks_out: count(total.asks_out),
        gives_out: count(total.gives_out),
        others_starts: count(total.starts_in),
        answered: count(total.answered_in),
        in_words: mirror_in_words(&total),
        rows,
        months: months.iter().map(|(month, sums)| own_month_view(*month, sums)).collect(),
    }
}

fn own_month_view(month: i64, sums: &MonthSums) -> MonthView {
    MonthView {
        month: format!("{:04}-{:02}", month.div_euclid(12), month.rem_euclid(12) + 1),
        asks_in: count(sums.asks_in),
        gives_in: count(sums.gives_in),
        asks_out: count(sums.asks_out),
        gives_out: count(sums.gives_out),
    }
}

fn count(sum: i64) -> u32 {
    u32::try_from(sum).unwrap_or(0)
}

fn mirror_in_words(total: &MonthSums) -> String {
    if total.starts_out == 0 && total.starts_in == 0 {
        return "Nothing has passed yet that could be weighed.".to_owned();
    }
    format!(
        "You opened {}, {} of them with a request; others opened {}, and you answered {}.",
        counted(count(total.starts_out), "conversation"),
        total.asking_out,
        total.starts_in,
        total.answered_in,
    )
}

fn counted(count: u32, noun: &str) -> String {
    match count {
        1 => format!("1 {noun}"),
        count => format!("{count} {noun}s"),
    }
}

fn row(
    reader: &Reader<'_>,
    id: ContactId,
    Kept { balance, months }: &Kept,
    quoted: &[InteractionId],
) -> Result<Option<ReviewRow>, Fault> {
    let Some(contact) = reader.contact(id)? else {
        return Ok(None);
    };
    let mut quotes = Vec::new();
    for interaction in quoted {
        quotes.extend(quote(reader, *interaction)?);
    }
    Ok(Some(ReviewRow {
        organisation: contact.organisation().to_owned(),
        contact: ContactRef::from(&contact),
        asks_in: balance.asks_in,
        gives_in: balance.gives_in,
        asks_out: balance.asks_out,
        gives_out: balance.gives_out,
        asking_starts_in: balance.asking_starts_in,
        asking_starts_out: balance.asking_starts_out,
        at_least_in: balance.ask_share_in.at_least() as f32,
        at_least_out: balance.ask_share_out.at_least() as f32,
        balance: balance_view(balance),
        quotes,
        months: months.iter().map(month_view).collect(),
    }))
}

/// The asking sentence of an interaction.
fn quote(reader: &Reader<'_>, id: InteractionId) -> Result<Option<Quote>, Fault> {
    let Some(interaction) = reader.interaction(id)? else {
        return Ok(None);
    };
    let acts = reader.acts_of(id)?;
    let asks = acts.iter().filter(|kept| kept.act.kind == ActKind::Ask);
    let best = asks.max_by(|a, b| a.act.certainty.total_cmp(&b.act.certainty));
    let sentence = best.and_then(|kept| interaction.text.get(kept.act.sentence.clone()));
    let text = match sentence.map(str::trim).filter(|text| !text.is_empty()) {
        Some(sentence) => sentence.to_owned(),
        None if interaction.text.trim().is_empty() => interaction.subject.clone(),
        None => crate::today::first_words(&interaction.text),
    };
    if text.is_empty() {
        return Ok(None);
    }
    Ok(Some(Quote { interaction: id.to_string(), at: when::iso(interaction.moment), text }))
}
