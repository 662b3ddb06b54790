//! Which acts of a message count for the balance.

use judge::draft::content;
use model::{Act, ActKind, Direction};

/// The acts that count. What comes as a mailing (a newsletter, an advert) asks nobody in
/// particular: its asks count against nobody.
pub(crate) fn counted(
    acts: Vec<Act>,
    direction: Direction,
    (subject, text): (&str, &str),
) -> Vec<Act> {
    let asks = |act: &Act| act.kind == ActKind::Ask;
    let mailed = || direction == Direction::In && content::is_mailing(subject, text);
    if acts.iter().any(asks) && mailed() {
        return acts.into_iter().filter(|act| !asks(act)).collect();
    }
    acts
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::InteractionKind;

    const MAILING: &str = "Dear reader,\n\nour spring sale begins today: 40% off all looms and \
        yarns until Sunday! Click here to order now and save: https://example.com/sale. Do you \
        want to learn to weave? Register for our free webinar on Thursday, seats are limited. \
        Please forward this newsletter to your friends.\n\nYou receive this email because you \
        signed up. To unsubscribe click here: https://example.com/leave";
    const LETTER: &str = "Hi Mara,\n\nthe loom is back in the workshop and the pupils have begun \
        with the long carpet for the town hall. It grows a little each day, and they are proud of \
        it. Could you come on Tuesday and look at the pattern of the border with me?\n\nAda";

    fn asks(text: &str, direction: Direction) -> bool {
        let acts = judge::balance::acts(text, InteractionKind::Message);
        let counted = counted(acts, direction, ("", text));
        counted.iter().any(|act| act.kind == ActKind::Ask)
    }

    #[test]
    fn a_mailing_asks_nobody_in_particular() {
        assert!(!asks(MAILING, Direction::In));
    }

    #[test]
    fn the_owners_own_mailing_asks() {
        assert!(asks(MAILING, Direction::Out));
    }

    #[test]
    fn a_letter_asks() {
        assert!(asks(LETTER, Direction::In));
    }
}
