//! The rules by name: what they are called where they are kept, shown and explained.

/// A rule of the house. The word is stable: it is kept, sent to the window and printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// They asked, or the owner decided, that nothing be sent.
    DoNotContact,
    /// `{{first_name}}`, "Hi ,", another person's name.
    MergeLeftover,
    /// The same text went to others.
    SameText,
    /// Many are addressed at once.
    ManyRecipients,
    /// A greeting that could open anyone's letter.
    MassGreeting,
    /// A webinar, a demo, a discount, a calendar link.
    Pitch,
    /// It reads like a mailing.
    Broadcast,
    /// "Just ignore this if you are not interested", on an unsolicited ask.
    Disclaimer,
    /// Asks of somebody who has had nothing yet.
    AskBeforeGive,
    /// All about the sender.
    AllAboutMe,
    /// Nothing in it is about this reader.
    NothingAboutThem,
    /// There has been no two-way exchange yet.
    NoExchangeYet,
    /// Earlier messages wait for an answer.
    Unanswered,
}

impl Rule {
    /// Every rule, in the order in which settings list them.
    pub const ALL: &'static [Self] = &[
        Self::DoNotContact,
        Self::MergeLeftover,
        Self::SameText,
        Self::ManyRecipients,
        Self::MassGreeting,
        Self::Pitch,
        Self::Broadcast,
        Self::Disclaimer,
        Self::AskBeforeGive,
        Self::AllAboutMe,
        Self::NothingAboutThem,
        Self::NoExchangeYet,
        Self::Unanswered,
    ];

    /// The word for it, in SQL and on the wire.
    pub const fn word(self) -> &'static str {
        match self {
            Self::DoNotContact => "do-not-contact",
            Self::MergeLeftover => "merge-leftover",
            Self::SameText => "same-text",
            Self::ManyRecipients => "many-recipients",
            Self::MassGreeting => "mass-greeting",
            Self::Pitch => "pitch",
            Self::Broadcast => "broadcast",
            Self::Disclaimer => "disclaimer",
            Self::AskBeforeGive => "ask-before-give",
            Self::AllAboutMe => "all-about-me",
            Self::NothingAboutThem => "nothing-about-them",
            Self::NoExchangeYet => "no-exchange-yet",
            Self::Unanswered => "unanswered",
        }
    }

    /// Back from the word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|rule| rule.word() == word)
    }

    /// What settings call it.
    pub const fn title(self) -> &'static str {
        match self {
            Self::DoNotContact => "Do not contact",
            Self::MergeLeftover => "Left over from a template",
            Self::SameText => "The same text as to others",
            Self::ManyRecipients => "Many recipients",
            Self::MassGreeting => "A greeting for anyone",
            Self::Pitch => "A pitch",
            Self::Broadcast => "Reads like a mailing",
            Self::Disclaimer => "\u{201c}Just ignore this\u{201d}",
            Self::AskBeforeGive => "Asking before giving",
            Self::AllAboutMe => "All about you",
            Self::NothingAboutThem => "Nothing about them",
            Self::NoExchangeYet => "No exchange yet",
            Self::Unanswered => "Unanswered messages",
        }
    }

    /// Why a reader minds, and when the rule keeps silent.
    pub const fn reason(self) -> &'static str {
        match self {
            Self::DoNotContact => "They asked for it, or you chose so. Silent for everybody else.",
            Self::MergeLeftover => {
                "A placeholder or somebody else\u{2019}s name shows that the letter was made for a list. Silent about names that are not among your contacts."
            }
            Self::SameText => {
                "People notice when they are one of many. Silent for short thanks, quoted text, signatures, replies in the same conversation, and what you only sent to the same person."
            }
            Self::ManyRecipients => {
                "Among many names nobody feels addressed, and everybody sees who else was. Silent below five recipients."
            }
            Self::MassGreeting => {
                "\u{201c}Hi all\u{201d} tells each reader that they are one of a list; a name costs four seconds. Silent when you do write to a few people together."
            }
            Self::Pitch => {
                "Webinars, demos, discounts and calendar links are how strangers write to lists. Weighs less in an answer and between people who write to each other; silent about a single such word."
            }
            Self::Broadcast => {
                "It speaks to an audience. Weighs less in answers and among friends."
            }
            Self::Disclaimer => {
                "\u{201c}Ignore this if it does not apply\u{201d} says that you did not look whether it does. Silent in answers, without an ask, and with people who have written to you; courtesy never counts."
            }
            Self::AskBeforeGive => {
                "Somebody who has had nothing from you is asked for something. Light by itself; silent in answers and once you have given."
            }
            Self::AllAboutMe => {
                "Many lines about the sender and hardly one about the reader. Silent below forty words and in answers."
            }
            Self::NothingAboutThem => {
                "Nothing in it touches what you know of this reader, so it could be for anyone. Light by itself; silent in answers and short messages."
            }
            Self::NoExchangeYet => {
                "They have never written back, so they may not know you. Light by itself; silent once they have."
            }
            Self::Unanswered => {
                "Another message on top of unanswered ones reads as pressure. Silent until two wait, and after a call or a meeting."
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_rule_is_found_by_its_word_and_explained() {
        for rule in Rule::ALL {
            assert_eq!(Rule::from_word(rule.word()), Some(*rule));
            assert!(!rule.title().is_empty() && rule.reason().ends_with('.'));
        }
        assert_eq!(Rule::from_word("nonsense"), None);
    }

    #[test]
    fn each_rule_has_its_look() {
        let looking: Vec<Rule> = super::super::RULES.iter().map(|(rule, _)| *rule).collect();
        assert_eq!(looking, Rule::ALL);
    }
}
