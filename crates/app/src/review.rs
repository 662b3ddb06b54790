//! The review: the mirror first, then who only writes when they want something.

use crate::timeline::{Names, interaction_view};
use crate::view::compose::Quote;
use crate::view::deed::ContactRef;
use crate::view::review::{BalanceView, Mirror, MonthView, ReviewRow, ReviewSheet};
use crate::view::timeline::InteractionView;
use crate::{App, Trouble, contact, parse, when};
use judge::balance::{self, Asking, Balance, Month, Passed};
use model::{ActKind, ContactId, Direction, InteractionId, InteractionKind};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use store::{Fault, PassedRow, Reader};

/// Quotes beside a row.
const QUOTES: usize = 2;
/// Evidence opened at once.
const EVIDENCE: usize = 200;

impl App {
    /// The whole sheet.
    ///
    /// # Errors
    /// Only of the store.
    pub fn review(&self) -> Result<ReviewSheet, Trouble> {
        Ok(self.store().read(|reader| {
            let all = reader.passed_all()?;
            let mut one_sided = Vec::new();
            let mut mirrored = Vec::new();
            // A message to several people is one message when the owner looks at themselves.
            let mut once: BTreeMap<InteractionId, Passed> = BTreeMap::new();
            for (id, rows) in &all {
                let history = history(rows);
                let balance = balance::of(&history);
                once.extend(history.iter().map(|passed| (passed.interaction, passed.clone())));
                if balance::one_sided(&balance) && asks_in_earnest(reader, &history)? {
                    one_sided.extend(row(reader, *id, &balance, (&history, Direction::In))?);
                }
                if balance::mirror(&balance) {
                    mirrored.extend(row(reader, *id, &balance, (&history, Direction::Out))?);
                }
            }
            one_sided.sort_by_key(|row| std::cmp::Reverse(row.asks_in));
            mirrored.sort_by_key(|row| std::cmp::Reverse(row.asks_out));
            Ok(ReviewSheet {
                mirror: mirror(&once.into_values().collect::<Vec<_>>(), mirrored),
                one_sided,
                weighed: u32::try_from(all.len()).unwrap_or(u32::MAX),
                left_out: contact::contact_refs(reader, reader.left_out_of_review()?)?,
            })
        })?)
    }

    /// The interactions behind a number of the review, newest first. `which` is `asks_in`,
    /// `gives_in`, `asks_out`, `gives_out`, `starts_in`, `starts_out` or `all`.
    ///
    /// # Errors
    /// Where the contact or the number is unknown.
    pub fn review_evidence(
        &self,
        contact: &str,
        which: &str,
    ) -> Result<Vec<InteractionView>, Trouble> {
        let contact = self.contact(contact)?.id;
        let wanted = parse::word(which, Which::from_word, "number of the review")?;
        Ok(self.store().read(|reader| {
            let mut shown: Vec<_> =
                reader.passed(contact)?.into_iter().filter(|row| wanted.fits(row)).collect();
            shown.sort_by_key(|row| std::cmp::Reverse(row.moment));
            let mut names = Names::default();
            let mut views = Vec::new();
            for row in shown.into_iter().take(EVIDENCE) {
                if let Some(interaction) = reader.interaction(row.interaction)? {
                    views.push(interaction_view(reader, interaction, &mut names)?);
                }
            }
            Ok(views)
        })?)
    }
}

/// A number of the review that can be opened.
#[derive(Clone, Copy)]
enum Which {
    AsksIn,
    GivesIn,
    AsksOut,
    GivesOut,
    StartsIn,
    StartsOut,
    All,
}

impl Which {
    fn from_word(word: &str) -> Option<Self> {
        Some(match word {
            "asks_in" => Self::AsksIn,
            "gives_in" => Self::GivesIn,
            "asks_out" => Self::AsksOut,
            "gives_out" => Self::GivesOut,
            "starts_in" => Self::StartsIn,
            "starts_out" => Self::StartsOut,
            "all" => Self::All,
            _ => return None,
        })
    }

    fn fits(self, row: &PassedRow) -> bool {
        let (comes, goes) = (row.direction == Direction::In, row.direction == Direction::Out);
        match self {
            Self::AsksIn => comes && row.asks,
            Self::GivesIn => comes && row.gives,
            Self::AsksOut => goes && row.asks,
            Self::GivesOut => goes && row.gives,
            Self::StartsIn => comes && row.starts,
            Self::StartsOut => goes && row.starts,
            Self::All => true,
        }
    }
}

/// Whether somebody is still one-sided when lines that stand under all their messages ask for
/// nothing: newsletters and disclaimers are not people who want something.
fn asks_in_earnest(reader: &Reader<'_>, history: &[Passed]) -> Result<bool, Fault> {
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
    Ok(balance::one_sided(&balance::of(&history)))
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

fn mirror(everything: &[Passed], rows: Vec<ReviewRow>) -> Mirror {
    let total = balance::of(everything);
    Mirror {
        starts: total.starts_out,
        asking_starts: total.asking_starts_out,
        asks_out: total.asks_out,
        gives_out: total.gives_out,
        others_starts: total.starts_in,
        answered: total.answered_by_owner,
        in_words: mirror_in_words(&total),
        rows,
        months: balance::months(everything).iter().map(month_view).collect(),
    }
}

fn mirror_in_words(total: &Balance) -> String {
    if total.starts_out == 0 && total.starts_in == 0 {
        return "Nothing has passed yet that could be weighed.".to_owned();
    }
    format!(
        "You opened {}, {} of them with a request; others opened {}, and you answered {}.",
        counted(total.starts_out, "conversation"),
        total.asking_starts_out,
        total.starts_in,
        total.answered_by_owner,
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
    balance: &Balance,
    (history, shown): (&[Passed], Direction),
) -> Result<Option<ReviewRow>, Fault> {
    let Some(contact) = reader.contact(id)? else {
        return Ok(None);
    };
    let mut asking: Vec<_> =
        history.iter().filter(|passed| passed.direction == shown && passed.asks).collect();
    asking.sort_by_key(|passed| (!passed.starts, std::cmp::Reverse(passed.moment)));
    let mut quotes = Vec::new();
    for passed in asking {
        if quotes.len() < QUOTES {
            quotes.extend(quote(reader, passed.interaction)?);
        }
    }
    Ok(Some(ReviewRow {
        organisation: contact.organisation().to_owned(),
        contact: ContactRef::from(&contact),
        asks_in: balance.asks_in,
        gives_in: balance.gives_in,
        asks_out: balance.asks_out,
        gives_out: balance.gives_out,
        balance: balance_view(balance),
        quotes,
        months: balance::months(history).iter().map(month_view).collect(),
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
