//! Asks of somebody who has had nothing yet.
//!
//! *Why it matters.* A first letter that wants something is remembered as one that wanted
//! something. Light by itself: everybody asks, and asking a friend is no fault.
//!
//! *Silent when* nothing is asked, the draft answers somebody, the owner has given this
//! reader something, or the reader has given more than they were asked for.

use super::page::{Page, called, finding};
use super::{Finding, Recipient, Rule};

const WEIGHT: f32 = 0.15;
/// For somebody who was already asked before, and got nothing in between.
const AGAIN: f32 = 0.25;

pub(super) fn look(page: &Page<'_>, findings: &mut Vec<Finding>) {
    let Some(ask) = page.asks.first().filter(|_| page.english && !page.is_reply()) else {
        return;
    };
    let Some(reader) = page.around.recipients.iter().find(|reader| has_had_nothing(reader)) else {
        return;
    };
    let before = reader.balance.asks_out;
    let (weight, why) = if before == 0 {
        (WEIGHT, format!("It asks {} for something before giving anything.", called(reader)))
    } else {
        let times = if before == 1 { "once".to_owned() } else { format!("{before} times") };
        let why = format!("You have asked {} {times} and given nothing yet.", called(reader));
        (AGAIN, why)
    };
    findings.push(finding(Rule::AskBeforeGive, Some(ask.clone()), weight, why));
}

/// Among people who write to each other, asking once is the currency itself.
fn has_had_nothing(reader: &Recipient) -> bool {
    let balance = &reader.balance;
    balance.gives_out == 0 && (!balance.two_way || balance.asks_out > balance.asks_in + 1)
}

#[cfg(test)]
mod tests {
    use crate::draft::tests::{ada, looks, to};

    #[test]
    fn a_stranger_is_asked_first() {
        looks(
            super::look,
            &to([ada()]),
            "Hi Ada,\nI am Dora. Could you introduce me to Bea?\n           \
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ask-before-give",
        );
    }

    #[test]
    fn silent_once_something_was_given() {
        let mut ada = ada();
        ada.balance.gives_out = 1;
        looks(super::look, &to([ada]), "Could you introduce me to Bea?");
    }

    #[test]
    fn a_friend_may_be_asked() {
        let mut ada = ada();
        ada.balance.two_way = true;
        looks(super::look, &to([ada]), "Could you introduce me to Bea?");
    }
}
